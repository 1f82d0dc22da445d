using DbUp;
using Npgsql;

namespace Hub.Silo.Journal.Postgres;

/// <summary>Schema of journal and snapshots on PostgreSQL. Run by the owner's role; a silo's role only asks whether it is current.</summary>
internal static class PostgresMigrations
{
    private static readonly MigrationSet Set = new("Postgres.Migrations");

    /// <summary>Brings the schema up to date. Several starters take turns. Throws <see cref="SchemaMismatch"/> when it is newer than
    /// this build, and <see cref="MigrationFailed"/>.</summary>
    public static async Task Run(string connectionString, CancellationToken stop)
    {
        var own = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, ApplicationName = "hub migrations", Enlist = false };
        await using var turn = new NpgsqlConnection(own.ConnectionString);
        await turn.OpenAsync(stop);

        // The lock belongs to this session, so it ends with the connection even if the process dies.
        await using var take = new NpgsqlCommand("select pg_advisory_lock(7021001, 1)", turn) { CommandTimeout = 0 };
        await take.ExecuteNonQueryAsync(stop);
        Set.RequireNotNewer(await Applied(turn, stop));
        Set.Apply(DeployChanges.To.PostgresqlDatabase(own.ConnectionString).JournalToPostgresqlTable(null, MigrationSet.AppliedTable));
    }

    /// <summary>Throws <see cref="SchemaMismatch"/> unless the schema is this build's. Needs no right but to read.</summary>
    public static async Task RequireCurrent(NpgsqlConnection connection, CancellationToken stop) =>
        Set.RequireCurrent(await Applied(connection, stop));

    /// <summary>Gives a silo's role what it needs and no more: no DDL, and events are only added and read.</summary>
    public static async Task Grant(string connectionString, string role, CancellationToken stop)
    {
        var name = "\"" + role.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(stop);
#pragma warning disable CA2100 // A role cannot be a parameter; it is quoted above.
        await using var grant = new NpgsqlCommand(
            $"""
            grant select on {MigrationSet.AppliedTable}, orleansquery, root to {name};
            grant select, insert on event, view, delivery, batch, era, hub_secret, hand_over to {name};
            grant select, insert, update on stream_key, ground, mark, narrowing, silo_lease to {name};
            grant select, update on narrowing_head to {name};
            grant select, insert, delete on claim to {name};
            grant select, insert, update, delete on snapshot to {name};
            revoke execute on function ensure_delivery_partitions(bigint, integer) from public;
            grant execute on function ensure_delivery_partitions(bigint, integer) to {name};
            """,
            connection);
#pragma warning restore CA2100
        await grant.ExecuteNonQueryAsync(stop);
    }

    private static async Task<IReadOnlyCollection<string>> Applied(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var exists = new NpgsqlCommand("select to_regclass($1) is not null", connection);
        exists.Parameters.Add(new NpgsqlParameter<string> { TypedValue = MigrationSet.AppliedTable });
        if (await exists.ExecuteScalarAsync(stop) is not true)
        {
            return [];
        }

        await using var names = new NpgsqlCommand($"select scriptname from {MigrationSet.AppliedTable}", connection);
        await using var rows = await names.ExecuteReaderAsync(stop);
        var applied = new HashSet<string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(stop))
        {
            applied.Add(rows.GetString(0));
        }

        return applied;
    }
}
