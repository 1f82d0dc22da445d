using Hub.Silo.Journal;
using Hub.Silo.Journal.Postgres;
using Npgsql;

namespace Hub.Silo.Tests.Journal;

/// <summary>Before the commit is sent: certainly nothing. From then on: unknown, until it is settled.</summary>
#pragma warning disable CA1001 // xunit disposes of it through IAsyncLifetime.
public sealed class AConnectionThatBreaks : IClassFixture<PostgresPlace>, IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly PostgresPlace place;
    private readonly PostgresWire wire;
    private readonly PostgresLane lane;
    private readonly CommitRows commit = CommitExamples.First(CommitExamples.NewStream()).Claiming(CommitExamples.NewKey()).WithFanOut(3);

    public AConnectionThatBreaks(PostgresPlace place)
    {
        this.place = place;
        wire = new PostgresWire(place.ConnectionString);
        lane = new PostgresLane(place.Options with { ConnectionString = wire.ConnectionString });
    }

    public async Task InitializeAsync() => await lane.Commit([CommitExamples.First(CommitExamples.NewStream())], default);

    public async Task DisposeAsync()
    {
        await lane.DisposeAsync();
        await wire.DisposeAsync();
    }

    [Fact]
    public async Task Before_the_commit_leaves_nothing_and_says_so()
    {
        await using var other = await Blocking("event");
        var committing = lane.Commit([commit], default).AsTask();
        await LaneWaits();
        await place.Ask($"select pg_terminate_backend({lane.BackendPid})");

        Assert.Equal(StoreFaultKind.Unavailable, await Fault(committing));

        await other.DisposeAsync();
        Assert.Equal([CommitFate.Committed], (await lane.Commit([commit], default)).Fates);
    }

    [Fact]
    public async Task At_the_commit_is_uncertain_until_settled()
    {
        await using var other = await Blocking("batch");
        CommitRows[] batch = [commit];
        var committing = lane.Commit(batch, default).AsTask();
        await LaneWaits();
        await place.Ask($"select pg_terminate_backend({lane.BackendPid})");

        Assert.Equal(StoreFaultKind.Uncertain, await Fault(committing));
        Assert.Equal(StoreFaultKind.Uncertain, await Fault(lane.Commit([CommitExamples.First(CommitExamples.NewStream())], default).AsTask()));

        var settled = await lane.Settle(batch, default);
        await other.DisposeAsync();
        Assert.Equal((0, CommitFate.HeadMoved), (settled.CommitNumber, settled.Fates[0]));
        Assert.Equal([CommitFate.Committed], (await lane.Commit(batch, default)).Fates);
    }

    [Fact]
    public async Task After_the_commit_is_found_to_stand()
    {
        var other = await Blocking("batch");
        var loser = CommitExamples.Next(CommitExamples.First(CommitExamples.NewStream()).Event);
        CommitRows[] batch = [CommitExamples.First(CommitExamples.NewStream()).WithFanOut(2), loser, commit];
        var committing = lane.Commit(batch, default).AsTask();
        await LaneWaits();
        wire.Deafen();
        await other.DisposeAsync();
        await place.Until($"select count(*) = 1 from event where stream = '{commit.Event.Stream}'");
        wire.Cut();

        Assert.Equal(StoreFaultKind.Uncertain, await Fault(committing));

        var settled = await lane.Settle(batch, default);
        Assert.Equal([CommitFate.Committed, CommitFate.HeadMoved, CommitFate.Committed], settled.Fates);
        Assert.Equal([0, -1, 2], settled.FirstOrdinals);
        Assert.Equal(5, await place.Count($"delivery where commit_number = {settled.CommitNumber}"));
    }

    [Fact]
    public async Task While_the_server_still_works_is_not_settled_behind_its_back()
    {
        var other = await Blocking("batch");
        CommitRows[] batch = [commit];
        var committing = lane.Commit(batch, default).AsTask();
        await LaneWaits();
        var backend = lane.BackendPid;
        wire.Cut();

        Assert.Equal(StoreFaultKind.Uncertain, await Fault(committing));
        Assert.Equal(CommitFate.HeadMoved, (await lane.Settle(batch, default)).Fates[0]);

        // Left alone, the old backend would now carry out the commit that it had read long before.
        await other.DisposeAsync();
        await place.Until($"select count(*) = 0 from pg_stat_activity where pid = {backend}");
        Assert.Equal(0, await place.Count($"event where stream = '{commit.Event.Stream}'"));
    }

    [Fact]
    public async Task Stays_uncertain_while_the_server_cannot_be_reached()
    {
        var other = await Blocking("batch");
        CommitRows[] batch = [commit];
        var committing = lane.Commit(batch, default).AsTask();
        await LaneWaits();
        wire.Deafen();
        await other.DisposeAsync();
        await place.Until($"select count(*) = 1 from event where stream = '{commit.Event.Stream}'");
        wire.Cut(andStay: true);

        Assert.Equal(StoreFaultKind.Uncertain, await Fault(committing));
        Assert.Equal(StoreFaultKind.Unavailable, await Fault(lane.Settle(batch, default).AsTask()));
        wire.Mend();
        Assert.Equal([CommitFate.Committed], (await lane.Settle(batch, default)).Fates);
    }

    [Fact]
    public async Task A_statement_that_waits_too_long_for_a_foreign_lock_leaves_nothing()
    {
        await using var impatient = new PostgresLane(place.Options with { StatementTimeout = TimeSpan.FromMilliseconds(200) });
        var other = await Blocking("delivery");

        Assert.Equal(StoreFaultKind.Unavailable, await Fault(impatient.Commit([commit], default).AsTask()));

        await other.DisposeAsync();
        Assert.Equal(0, await place.Count($"event where stream = '{commit.Event.Stream}'"));
        Assert.Equal([CommitFate.Committed], (await impatient.Commit([commit], default)).Fates);
    }

    [Fact]
    public async Task No_server_at_all_is_unavailable_for_lanes_and_reads()
    {
        wire.Cut(andStay: true);
        await using var fresh = new PostgresLane(place.Options with { ConnectionString = wire.ConnectionString });
        var open = PostgresJournalStore.Open(place.Options with { ConnectionString = wire.ConnectionString }, TimeProvider.System, default);

        Assert.Equal(StoreFaultKind.Unavailable, await Fault(fresh.Commit([commit], default).AsTask()));
        Assert.Equal(StoreFaultKind.Unavailable, await Fault(open));
    }

    private static async Task<StoreFaultKind> Fault(Task task) => (await Assert.ThrowsAsync<StoreFault>(() => task)).Kind;

    /// <summary>Another party that holds a table until it goes away.</summary>
    private async Task<NpgsqlConnection> Blocking(string table)
    {
        var other = await place.Connect();
        await using var take = new NpgsqlCommand($"begin; lock table {table} in exclusive mode", other);
        await take.ExecuteNonQueryAsync();
        return other;
    }

    private Task LaneWaits() =>
        place.Until($"select count(*) = 1 from pg_stat_activity where pid = {lane.BackendPid} and wait_event_type = 'Lock'");
}
