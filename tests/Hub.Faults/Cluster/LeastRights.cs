using Npgsql;

namespace Hub.Faults.Cluster;

/// <summary>What the database lets silos and gateways do, whatever their code would do.</summary>
public sealed class LeastRights
{
    private const string OfTheHub = "not in ('pg_catalog', 'information_schema', 'pg_toast')";

    private static readonly string[] Appended = ["event", "view", "delivery", "batch", "hand_over", "era", "hub_secret"];

    [Fact]
    public async Task A_gateway_reads_where_silos_listen_and_no_table()
    {
        await using var cluster = await HubCluster.Create();
        var all = await Words(cluster.Database.ConnectionString, $"select format('%I.%I', schemaname, tablename) from pg_tables where schemaname {OfTheHub}");
        Assert.InRange(all.Count, 20, 100);
        await Denied(cluster.Database.ConnectionAs(cluster.GatewayRole), [.. all.SelectMany(t => new[] { $"select 1 from {t}", $"delete from {t}" })]);
        await Denied(
            cluster.Database.ConnectionAs(cluster.GatewayRole),
            "insert into hub_gateway.silo (cluster) values ('x')", "delete from hub_gateway.silo", "create table hub_gateway.x (y int)", "create table public.x (y int)",
            "select ensure_delivery_partitions(0, 1)", "select ensure_era()");

        var own = cluster.Database.ConnectionAs(cluster.GatewayRole);
        Assert.Empty(await Words(own, "select address from hub_gateway.silo"));
        Assert.Equal(9, (await Words(own, "select querykey from hub_gateway.orleansquery")).Count);
    }

    [Fact]
    public async Task A_silo_neither_changes_what_is_only_appended_nor_the_schema()
    {
        await using var cluster = await HubCluster.Create();
        var own = cluster.Database.ConnectionAs(cluster.SiloRole);
        await Denied(own, [.. Appended.SelectMany(t => new[] { $"delete from {t}", $"truncate {t}", $"alter table {t} add x int", $"drop table {t}" })]);
        await Denied(
            own, "update event set at = 0", "update view set ordinal = 0", "update delivery set at = 0", "update batch set marks = ''", "update hand_over set at = 0",
            "update era set base = 0", "alter table event disable trigger all", "create table x (y int)", "create schema x", "delete from mark", "delete from stream_key",
            "update orleansquery set querytext = ''", "delete from schema_version", "delete from due_mark", "delete from member_version",
            "create or replace function ensure_era() returns void language sql as ''");
        Assert.Equal(["1"], await Words(own, "select one::text from due_mark"));
        Assert.Empty(await Words(own, "select silo_name from member"));
    }

    [Fact]
    public async Task What_a_role_had_too_much_is_taken_from_it()
    {
        await using var cluster = await HubCluster.Create();
        await Words(cluster.Database.ConnectionString, $"grant all on event, member to {cluster.GatewayRole}, {cluster.SiloRole}");
        await cluster.Migrate();
        await Denied(cluster.Database.ConnectionAs(cluster.GatewayRole), "select 1 from event", "select 1 from member");
        await Denied(cluster.Database.ConnectionAs(cluster.SiloRole), "update event set at = 0", "truncate member");
    }

    private static async Task Denied(string connectionString, params IReadOnlyList<string> statements)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        foreach (var statement in statements)
        {
#pragma warning disable CA2100 // Written above, with names that the database told.
            await using var command = new NpgsqlCommand(statement, connection);
#pragma warning restore CA2100
            var refused = await Record.ExceptionAsync(() => command.ExecuteNonQueryAsync());
            Assert.True(refused is PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege }, $"{statement}: {refused?.Message ?? "done"}");
        }
    }

    private static async Task<List<string>> Words(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // Written above.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync();
        var words = new List<string>();
        while (await rows.ReadAsync())
        {
            words.Add(rows.GetString(0));
        }

        return words;
    }
}
