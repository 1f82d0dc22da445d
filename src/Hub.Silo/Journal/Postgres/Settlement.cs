using Npgsql;

namespace Hub.Silo.Journal.Postgres;

/// <summary>Finds out what became of a transaction whose connection broke at the commit.</summary>
internal static class Settlement
{
    // Waits within the server until the process is gone; a process that has gone already gives no row. The start time keeps a later
    // process with the same id alive.
    private const string Terminate =
        "select pg_terminate_backend(pid, $3) from pg_stat_activity where pid = $1 and extract(epoch from backend_start)::text = $2";

    private const string Count =
        """
        select count(*) from unnest($1, $2, $3) as c(stream, version, hash)
        where (select e.hash from event e where e.stream = c.stream and e.version = c.version) = c.hash
        """;

    /// <summary>Ends the backend: left alone it could still commit after we have looked.</summary>
    public static async ValueTask End(NpgsqlConnection connection, PostgresBackend backend, TimeSpan patience, CancellationToken stop)
    {
        await using var terminate = new NpgsqlCommand(Terminate, connection);
        terminate.Parameters.Add(new NpgsqlParameter<int> { TypedValue = backend.Pid });
        terminate.Parameters.Add(BatchCommands.Value(backend.StartedAt));
        terminate.Parameters.Add(BatchCommands.Value((long)patience.TotalMilliseconds));
        if (await terminate.ExecuteScalarAsync(stop) is false)
        {
            throw new TimeoutException("the broken backend has not ended");
        }
    }

    /// <summary>Whether the transaction's events stand: all of them, or none. The hash names the very event, not just its place.</summary>
    public static async ValueTask<bool> Standing(
        NpgsqlConnection connection, IReadOnlyList<CommitRows> batch, BatchResult result, CancellationToken stop)
    {
        var events = batch.Where((_, i) => result.Fates[i] == CommitFate.Committed).Select(c => c.Event).ToList();
        await using var count = new NpgsqlCommand(Count, connection);
        count.Parameters.Add(events.Column(e => e.Stream));
        count.Parameters.Add(events.Column(e => e.Version));
        count.Parameters.Add(events.Column(e => e.Hash));
        var standing = await count.ExecuteScalarAsync(stop) is long n ? n : 0;
        if (standing != 0 && standing != events.Count)
        {
            throw new InvalidOperationException("part of a transaction stands");
        }

        return standing != 0;
    }
}
