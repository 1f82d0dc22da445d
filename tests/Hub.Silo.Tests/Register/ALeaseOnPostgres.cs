using Hub.Silo.Journal;
using Hub.Silo.Register;
using Hub.Silo.Tests.Journal;
using Npgsql;

namespace Hub.Silo.Tests.Register;

public sealed class ALeaseOnPostgres(PostgresPlace place) : IClassFixture<PostgresPlace>
{
    private const string Waiting = "select count(*) = 1 from pg_stat_activity where application_name = 'hub silo {0}' and datname = current_database() and wait_event_type = 'Lock'";

    [Theory]
    [InlineData("select 1 from silo_lease where silo = 'silo-1' for update")]
    [InlineData("lock table silo_lease in access exclusive mode")]
    public async Task Is_gone_within_three_seconds_of_a_lock_and_comes_back_by_itself(string locking)
    {
        var words = new LeaseWords();
        using var lease = new SiloLease((length, stop) => place.Store.RenewLease("silo-1", length, stop), () => Task.FromResult(true), TimeProvider.System, new SiloLeaseLog(words));
        await lease.StartingAsync(default);
        Assert.True(lease.IsValid);
        await using (var other = await place.Connect())
        {
            await using var take = new NpgsqlCommand($"begin; {locking}", other);
            await take.ExecuteNonQueryAsync();
            var began = TimeProvider.System.GetTimestamp();
            await Until(() => !lease.IsValid);
            Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(3));
            await words.Lost;
        }

        await words.Regained;
        Assert.True(lease.IsValid);
        await lease.StoppedAsync(default);
        Assert.False(lease.IsValid);
        Assert.Equal(["lost", "regained"], words.Said);
    }

    [Fact]
    public async Task Is_found_by_a_narrowing_that_was_in_flight_while_it_was_renewed()
    {
        await using var lane = place.Store.OpenLane();
        var before = await place.Store.RenewLease("silo-2", TimeSpan.FromSeconds(3), default);
        Task<BatchResult> committing;
        await using (var other = await place.Connect())
        {
            await using var take = new NpgsqlCommand("begin; lock table batch in exclusive mode", other);
            await take.ExecuteNonQueryAsync();
            committing = Task.Run(async () => await lane.Commit([Narrowing()], default));
            await place.Until(Waiting.Replace("{0}", "lane", StringComparison.Ordinal));
            var beside = await place.Store.RenewLease("silo-4", TimeSpan.FromSeconds(3), default);
            Assert.Equal(before.Sequence, beside.Sequence);
        }

        Assert.Equal([CommitFate.Committed], (await committing).Fates);
        Assert.Contains(await place.Store.ReadLeases(default), l => l.Silo == "silo-4");
        var after = await place.Store.RenewLease("silo-2", TimeSpan.FromSeconds(3), default);
        Assert.Equal(before.Sequence + 1, after.Sequence);
        Assert.Equal(after.DatabaseNow + 3_000_000, await place.Ask("select until from silo_lease where silo = 'silo-2'"));
    }

    [Fact]
    public async Task Has_seen_a_narrowing_that_was_committed_before_it_stood()
    {
        await using var lane = place.Store.OpenLane();
        var before = await place.Store.RenewLease("silo-5", TimeSpan.FromSeconds(3), default);
        Task<LeaseGrant> renewing;
        await using (var other = await place.Connect())
        {
            await using var take = new NpgsqlCommand("begin; lock table silo_lease in exclusive mode", other);
            await take.ExecuteNonQueryAsync();
            renewing = Task.Run(async () => await place.Store.RenewLease("silo-5", TimeSpan.FromSeconds(3), default));
            await place.Until(Waiting.Replace("{0}", "lease", StringComparison.Ordinal));
            Assert.Equal([CommitFate.Committed], (await lane.Commit([Narrowing()], default)).Fates);
        }

        Assert.Equal(before.Sequence + 1, (await renewing).Sequence);
    }

    private static CommitRows Narrowing()
    {
        var stream = CommitExamples.NewStream();
        return CommitExamples.First(stream) with { Raise = new GroundRow(stream, 1), Narrows = true };
    }

    [Fact]
    public async Task Survives_the_end_of_its_connection()
    {
        await place.Store.RenewLease("silo-3", TimeSpan.FromSeconds(3), default);
        await place.Ask("select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'hub silo lease' and datname = current_database()");

        // One renewal may find out; two more fit into the lease.
        await Assert.ThrowsAsync<StoreFault>(async () => await place.Store.RenewLease("silo-3", TimeSpan.FromSeconds(3), default));
        await place.Store.RenewLease("silo-3", TimeSpan.FromSeconds(3), default);
    }

    private static async Task Until(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
