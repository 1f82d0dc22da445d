using Hub.Faults.Load;
using Hub.Faults.Processes;
using Npgsql;

namespace Hub.Faults.Cluster;

/// <summary>The cluster as its database shows it.</summary>
internal static class Membership
{
    private const string Active = "select count(*) from member where status = 3";

    public static async Task<long> CountActive(PostgresDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var ask = new NpgsqlCommand(Active, connection);
        return (long)(await ask.ExecuteScalarAsync())!;
    }

    /// <summary>Returns when so many silos are active.</summary>
    public static async Task Until(PostgresDatabase database, long active, TimeSpan patience)
    {
        using var end = new CancellationTokenSource(patience);
        while (await CountActive(database) != active)
        {
            end.Token.ThrowIfCancellationRequested();
            await Pause.For(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }
}
