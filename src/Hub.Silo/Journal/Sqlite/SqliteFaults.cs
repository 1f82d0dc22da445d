using Microsoft.Data.Sqlite;

namespace Hub.Silo.Journal.Sqlite;

/// <summary>What a driver's exception means to the journal.</summary>
internal static class SqliteFaults
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int TooBig = 18;
    private const int Constraint = 19;
    private const int Mismatch = 20;

    public static bool Knows(Exception e) =>
        e is SqliteException or IOException or UnauthorizedAccessException or ObjectDisposedException or InvalidOperationException
            or ArgumentException;

    /// <summary>For an error after which certainly nothing was written.</summary>
    public static StoreFault NotWritten(Exception e) => new(KindOf(e), e);

    private static StoreFaultKind KindOf(Exception e) => e switch
    {
        SqliteException { SqliteErrorCode: Busy or Locked } => StoreFaultKind.Busy,
        SqliteException { SqliteErrorCode: TooBig or Constraint or Mismatch } => StoreFaultKind.Rejected,
        ArgumentException => StoreFaultKind.Rejected,
        _ => StoreFaultKind.Unavailable,
    };
}
