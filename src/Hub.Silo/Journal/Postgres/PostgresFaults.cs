using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace Hub.Silo.Journal.Postgres;

/// <summary>What a driver's exception means to the journal.</summary>
internal static class PostgresFaults
{
    /// <summary>Everything a driver throws for reasons that are not a mistake in this code.</summary>
    public static bool Knows(Exception e) =>
        e is DbException or TimeoutException or SocketException or IOException or ObjectDisposedException or InvalidOperationException
            or ArgumentException;

    /// <summary>For an error after which the server has certainly written nothing.</summary>
    public static StoreFault NotWritten(Exception e) => new(KindOf(e), e);

    /// <summary>An error that the server answered with and survived: whatever was asked, it did not do, and the connection goes on.</summary>
    public static bool IsAnswer(Exception e) => e is PostgresException { InvariantSeverity: "ERROR" };

    private static StoreFaultKind KindOf(Exception e) => e switch
    {
        PostgresException p when p.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected =>
            StoreFaultKind.Busy,

        // Cardinality, data and constraint errors, and limits of the program: the rows themselves are at fault, and always will be.
        PostgresException p when p.SqlState[..2] is "21" or "22" or "23" or "54" => StoreFaultKind.Rejected,

        // A text that is not well-formed: the driver could not even encode it.
        ArgumentException => StoreFaultKind.Rejected,
        _ => StoreFaultKind.Unavailable,
    };
}
