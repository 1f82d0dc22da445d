using Npgsql;

namespace Hub.Silo.Journal.Postgres;

/// <summary>A lane's connection, and which backend serves it.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection, PostgresBackend backend) : IAsyncDisposable
{
    public NpgsqlConnection Connection { get; } = connection;

    public PostgresBackend Backend { get; } = backend;

    public bool IsOpen => Connection.FullState == System.Data.ConnectionState.Open;

    /// <summary>Connects; a changed timeline opens a new era, so that commit numbers never repeat, and is none of this process's business otherwise.</summary>
    public static async ValueTask<PostgresSession> Open(string connectionString, PostgresHistory history, CancellationToken stop)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(stop);
            await using var greet = new NpgsqlCommand(
                """
                select present_system() || '/' || present_timeline();
                select ensure_era();
                select pid, extract(epoch from backend_start)::text from pg_stat_activity where pid = pg_backend_pid()
                """,
                connection);
            await using var rows = await greet.ExecuteReaderAsync(stop);
            await rows.ReadAsync(stop);
            history.Meet(rows.GetString(0));
            await rows.NextResultAsync(stop);
            await rows.NextResultAsync(stop);
            await rows.ReadAsync(stop);
            return new PostgresSession(connection, new PostgresBackend(rows.GetInt32(0), rows.GetString(1)));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Connection.DisposeAsync();
}

/// <summary>A server process. The start time tells it from a later one with the same id.</summary>
internal sealed record PostgresBackend(int Pid, string StartedAt);
