using System.Security.Cryptography;
using Hub.Silo.Journal;
using Hub.Silo.Journal.Postgres;
using Npgsql;

namespace Hub.Silo.Tests.Journal;

public sealed class APostgresServer(PostgresPlace place) : IClassFixture<PostgresPlace>
{
    [Theory]
    [InlineData("off", "on", 150000, "0", "fsync")]
    [InlineData("on", "off", 150000, "0", "synchronous_commit")]
    [InlineData("on", "on", 149999, "0", "server_version_num")]
    [InlineData("on", "on", 150000, "5", "max_prepared_transactions")]
    public void Under_which_a_confirmed_commit_could_be_lost_is_refused(
        string fsync, string synchronousCommit, int version, string prepared, string named)
    {
        var refusal = Assert.Throws<UnsafeDatabase>(() => PostgresConditions.Require(fsync, synchronousCommit, version, prepared));

        Assert.Equal(named, refusal.Setting);
    }

    [Theory]
    [InlineData("on")]
    [InlineData("local")]
    [InlineData("remote_apply")]
    public void That_waits_for_its_disk_is_taken(string synchronousCommit) =>
        PostgresConditions.Require("on", synchronousCommit, 170002, "0");

    [Fact]
    public async Task Is_asked_what_it_really_does()
    {
        var careless = new NpgsqlConnectionStringBuilder(place.ConnectionString) { Options = "-c synchronous_commit=off" };

        await Assert.ThrowsAsync<UnsafeDatabase>(
            () => PostgresJournalStore.Open(place.Options with { ConnectionString = careless.ConnectionString }, TimeProvider.System, default));
    }

    [Fact]
    public async Task Lets_a_silo_work_that_may_neither_alter_tables_nor_change_events()
    {
        var role = "hub_silo_" + RandomNumberGenerator.GetHexString(8, lowercase: true);
        await place.Ask($"create role {role} login password 'x'");
        await PostgresMigrations.Grant(place.ConnectionString, role, null, default);
        var own = new NpgsqlConnectionStringBuilder(place.ConnectionString) { Username = role, Password = "x" }.ConnectionString;
        await using (var store = await PostgresJournalStore.Open(place.Options with { ConnectionString = own }, TimeProvider.System, default))
        await using (var lane = store.OpenLane())
        {
            var first = CommitExamples.First(CommitExamples.NewStream()).Claiming(CommitExamples.NewKey()).WithFanOut(2);
            var loser = CommitExamples.Next(CommitExamples.First(CommitExamples.NewStream()).Event).Claiming(CommitExamples.NewKey());
            await lane.Commit([first with { Raise = new GroundRow(first.Event.Stream, 1), Narrows = true }, loser], default);
            await store.DestroyKey(first.Event.Stream, "order-1", default);
            await store.AddSecret(new HubSecretRow(1, "m1", [1]), default);

            await store.RenewLease("silo-1", TimeSpan.FromSeconds(3), default);
            await store.MoveAgainMark(1, default);
            Assert.Equal(1, await store.ReadAgainMark(default));
            await using (var receipts = store.OpenReceiptLane())
            {
                await receipts.Write([new ReceiptRows(ReceiptExamples.Mark(1, 1), ReceiptExamples.HandOver(1, 1))], default);
                await receipts.Write([ReceiptExamples.Mark(1, 2).Alone()], default);
            }

            Assert.Single(await store.ReadDeliveries(first.Event.Stream, 1, default), d => d.Delivery.Inbox == 1);
            await AllDenied(own, "update event set at = 0", "delete from event", "truncate event", "create table x (y int)", "delete from batch", "update hand_over set at = 0",
                "delete from hand_over", "delete from mark");
        }

        NpgsqlConnection.ClearAllPools();
        await place.Ask($"drop owned by {role}; drop role {role}");
    }

    [Fact]
    public async Task That_was_restored_begins_an_era_with_higher_commit_numbers()
    {
        var before = await CommitOne();
        await place.Ask("update era set system_id = 'the machine before'");

        var after = await CommitOne();

        Assert.True(after > before + (1L << 39));
        Assert.Equal(2, await place.Count("era"));
        Assert.True(await CommitOne() > after);
        Assert.Equal(2, await place.Count("era"));
    }

    [Fact]
    public async Task Keeps_deliveries_of_a_month_without_partition_and_moves_them_once_it_has_one()
    {
        var commit = CommitExamples.First(CommitExamples.NewStream()).WithFanOut(2);
        var far = new DateTimeOffset(2033, 5, 17, 0, 0, 0, TimeSpan.Zero);
        commit = commit with { Event = commit.Event with { At = far.ToUnixTimeMilliseconds() * 1000 } };
        await using var lane = place.Store.OpenLane();
        await lane.Commit([commit], default);
        Assert.Equal(2, await place.Count($"delivery_default where stream = '{commit.Event.Stream}'"));

        await ((PostgresJournalStore)place.Store).EnsurePartitions(far, default);

        Assert.Equal(0, await place.Count($"delivery_default where stream = '{commit.Event.Stream}'"));
        Assert.Equal(2, await place.Count($"delivery_2033_05 where stream = '{commit.Event.Stream}'"));
        Assert.Equivalent(commit.Deliveries, (await place.Store.ReadDeliveries(commit.Event.Stream, 1, default)).Select(d => d.Delivery), strict: true);
    }

    private async Task<long> CommitOne()
    {
        await using var lane = place.Store.OpenLane();
        return (await lane.Commit([CommitExamples.First(CommitExamples.NewStream())], default)).CommitNumber;
    }

    private static async Task AllDenied(string connectionString, params string[] statements)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            Assert.Equal(
                PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
        }
    }
}
