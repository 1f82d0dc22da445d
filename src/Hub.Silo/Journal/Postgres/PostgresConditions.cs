using Npgsql;

namespace Hub.Silo.Journal.Postgres;

/// <summary>Under which conditions the journal's promises hold; a server that breaks one is refused at start.</summary>
internal static class PostgresConditions
{
    private const int OldestServer = 150000;

    /// <summary>Throws <see cref="UnsafeDatabase"/>.</summary>
    public static async Task Require(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var ask = new NpgsqlCommand(
            """
            select current_setting('fsync'), current_setting('synchronous_commit'), current_setting('server_version_num')::integer,
                current_setting('max_prepared_transactions')
            """,
            connection);
        await using var rows = await ask.ExecuteReaderAsync(stop);
        await rows.ReadAsync(stop);
        Require(rows.GetString(0), rows.GetString(1), rows.GetInt32(2), rows.GetString(3));
    }

    internal static void Require(string fsync, string synchronousCommit, int version, string preparedTransactions)
    {
        if (version < OldestServer)
        {
            throw new UnsafeDatabase("server_version_num", $"{version}", $"{OldestServer} or later");
        }

        if (fsync != "on")
        {
            throw new UnsafeDatabase("fsync", fsync, "on");
        }

        // "local", "remote_write" and "remote_apply" all wait for the local disk.
        if (synchronousCommit == "off")
        {
            throw new UnsafeDatabase("synchronous_commit", synchronousCommit, "on");
        }

        // A forgotten prepared transaction would hold back every reader's horizon for good.
        if (preparedTransactions != "0")
        {
            throw new UnsafeDatabase("max_prepared_transactions", preparedTransactions, "0");
        }
    }
}
