using Hub.Silo.Journal;
using Hub.Silo.Journal.Postgres;

namespace Hub.Silo.Tests.Journal;

/// <summary>A failover or a restore gives a database another timeline: whoever knew it before does nothing there any more.</summary>
public sealed class ADatabaseThatWasReplaced(PostgresPlace place) : IClassFixture<PostgresPlace>
{
    [Fact]
    public async Task Lets_nobody_go_on_who_knew_the_one_before()
    {
        await using var store = await PostgresJournalStore.Open(place.Options, TimeProvider.System, default);
        await using var lane = store.OpenLane();
        await lane.Commit([CommitExamples.First(CommitExamples.NewStream())], default);
        await store.RenewLease("silo-1", TimeSpan.FromSeconds(3), default);
        Assert.False(store.Left.IsCompleted);

        await place.Ask("create or replace function present_timeline() returns text language sql volatile as $$ select '0000FFFF' $$");
        await place.Ask("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await Assert.ThrowsAsync<StoreFault>(async () => await lane.Commit([CommitExamples.First(CommitExamples.NewStream())], default));
            await Assert.ThrowsAsync<StoreFault>(async () => await store.RenewLease("silo-1", TimeSpan.FromSeconds(3), default));
        }

        Assert.True(store.Left.IsCompleted);

        // Who comes later knows no other.
        await using var later = await PostgresJournalStore.Open(place.Options, TimeProvider.System, default);
        await using var fresh = later.OpenLane();
        await fresh.Commit([CommitExamples.First(CommitExamples.NewStream())], default);
    }
}
