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

    /// <summary>Gives roles what they need and no more. A silo's: no DDL, and events are only added and read. A gateway's: where silos listen,
    /// and nothing of the journal. What else they had on the hub's tables is taken from them.</summary>
    public static async Task Grant(string connectionString, string? siloRole, string? gatewayRole, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(stop);
        var (schema, owner) = (await Word("select current_schema()"), await Word("select current_user::text"));
        if (owner == siloRole || owner == gatewayRole)
        {
            throw new InvalidOperationException("a role of silos or gateways must not be the role that owns the tables");
        }

        await using var turn = await connection.BeginTransactionAsync(stop);
        foreach (var (role, rights) in new (string?, Func<string, string, string>)[] { (siloRole, ToASilo), (gatewayRole, ToAGateway) })
        {
            if (role is not null)
            {
#pragma warning disable CA2100 // Neither a role nor a schema can be a parameter; both are quoted.
                await using var grant = new NpgsqlCommand(rights(Quoted(schema), Quoted(role)), connection, turn);
#pragma warning restore CA2100
                await grant.ExecuteNonQueryAsync(stop);
            }
        }

        await turn.CommitAsync(stop);

        async Task<string> Word(string query)
        {
#pragma warning disable CA2100 // Both are written above.
            await using var ask = new NpgsqlCommand(query, connection);
#pragma warning restore CA2100
            return (string)(await ask.ExecuteScalarAsync(stop))!;
        }
    }

    private static string ToASilo(string schema, string role) =>
        $"""
        revoke all on all tables in schema {schema}, hub_gateway from {role};
        grant usage on schema {schema} to {role};
        grant select on {MigrationSet.AppliedTable}, orleansquery, root to {role};
        grant select, insert on event, view, delivery, batch, era, hub_secret, hand_over to {role};
        grant select, insert, update on stream_key, ground, mark, silo_lease, member_version to {role};
        grant select, insert on narrowing to {role};
        grant select, update on narrowing_head, due_mark, again_mark to {role};
        grant select, insert, delete on claim, due to {role};
        grant delete on silo_lease to {role};
        grant select, insert, update, delete on snapshot, member to {role};
        revoke execute on function ensure_delivery_partitions(bigint, integer) from public;
        grant execute on function ensure_delivery_partitions(bigint, integer) to {role};
        """;

    private static string ToAGateway(string schema, string role) =>
        $"""
        revoke all on all tables in schema {schema}, hub_gateway from {role};
        revoke execute on function ensure_delivery_partitions(bigint, integer) from public, {role};
        grant usage on schema hub_gateway to {role};
        grant select on hub_gateway.orleansquery, hub_gateway.silo to {role};
        """;

    private static string Quoted(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

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
