using Hub.Domain;
using Hub.Silo.Journal;
using Hub.Silo.Tests.Journal;

namespace Hub.Silo.Tests.Owners;

/// <summary>A PostgreSQL connection that breaks around the commit of an owner's command.</summary>
#pragma warning disable CA1001 // xunit disposes of it through IAsyncLifetime.
public sealed class ABrokenConnection : IAsyncLifetime
#pragma warning restore CA1001
{
    private const string Waiting = "from pg_stat_activity where application_name = 'hub silo lane' and datname = current_database() and wait_event_type = 'Lock'";
    private readonly PostgresHubPlace place = new();
    private PostgresWire wire = null!;
    private RunningSilo silo = null!;

    public async Task InitializeAsync()
    {
        await place.InitializeAsync();
        wire = new PostgresWire(place.Options.Store.ConnectionString);
        var behindTheWire = place.Options.Store.ConnectionString;
        place.Options.Store.ConnectionString = wire.ConnectionString;
        place.Options.Journal = new JournalOptions { Lanes = 1 };
        silo = await RunningSilo.Start(place);
        place.Options.Store.ConnectionString = behindTheWire;
    }

    public async Task DisposeAsync()
    {
        await silo.DisposeAsync();
        await wire.DisposeAsync();
        await place.DisposeAsync();
    }

    [Fact]
    public async Task Before_the_commit_stood_is_told_to_try_again_and_nothing_is_written_twice()
    {
        var stream = await silo.Child(Example.Council);
        var (plan, caller) = (Example.NewPlan(), Example.By(Example.Council));
        var command = Example.Open(plan, "words");
        Task<Contracts.Calls.Answer<Contracts.People.PlanWritten>> opening;
        await using (await place.HoldCommits())
        {
            opening = silo.Person(stream).OpenPlan(caller, command);
            await place.Until($"select count(*) = 1 {Waiting}");
            await place.Rows($"select pg_terminate_backend(pid, 5000) {Waiting}");
            Assert.Equal(RefusalReason.TryAgain, await Example.Reason(opening));
        }

        Assert.Equal(RefusalReason.NotKnown, await Example.Reason(silo.Person(stream).OwnPlan(caller, plan)));
        Assert.Equal(1, (await Example.Value(silo.Person(stream).OpenPlan(caller, command))).Revision);
        Assert.Equal(2L, await place.Ask<long>($"select count(*) from event where stream = '{stream}'"));
    }

    [Fact]
    public async Task After_the_commit_stood_is_found_to_be_committed()
    {
        var stream = await silo.Child(Example.Council);
        var (plan, caller) = (Example.NewPlan(), Example.By(Example.Council));
        var hold = await place.HoldCommits();
        var opening = silo.Person(stream).OpenPlan(caller, Example.Open(plan, "words"));
        await place.Until($"select count(*) = 1 {Waiting}");
        wire.Deafen();
        await hold.DisposeAsync();
        await place.Until($"select count(*) = 2 from event where stream = '{stream}'");
        wire.Cut();

        Assert.Equal(1, (await Example.Value(opening)).Revision);
        Assert.Equal(1, (await Example.Settled(() => silo.Person(stream).OwnPlan(caller, plan))).Revision);
        Assert.Equal(2L, await place.Ask<long>($"select count(*) from event where stream = '{stream}'"));
    }

    [Fact]
    public async Task That_stays_away_keeps_the_outcome_unknown_and_the_owner_silent()
    {
        place.Options.Journal.CommandTimeout = TimeSpan.FromMilliseconds(300);
        var stream = await silo.Child(Example.Council);
        var (plan, caller) = (Example.NewPlan(), Example.By(Example.Council));
        var command = Example.Open(plan, "words");
        var hold = await place.HoldCommits();
        var opening = silo.Person(stream).OpenPlan(caller, command);
        await place.Until($"select count(*) = 1 {Waiting}");
        wire.Deafen();
        await hold.DisposeAsync();
        await place.Until($"select count(*) = 2 from event where stream = '{stream}'");
        wire.Cut(andStay: true);

        Assert.Equal(RefusalReason.TryAgain, await Example.Reason(opening));
        Assert.Equal(RefusalReason.TryAgain, await Example.Reason(silo.Person(stream).OpenPlan(Example.By(Example.Council), Example.Open(Example.NewPlan(), "x"))));
        Assert.Equal(RefusalReason.TryAgain, await Example.Reason(silo.Person(stream).OwnPlan(caller, plan)));
        wire.Mend();

        Assert.Equal((plan, 1), ((await Example.Settled(() => silo.Person(stream).OpenPlan(caller, command))).Plan, 1));
        Assert.Equal(2L, await place.Ask<long>($"select count(*) from event where stream = '{stream}'"));
    }

    [Fact]
    public async Task That_waits_too_long_for_a_foreign_lock_has_written_nothing()
    {
        var stream = await silo.Child(Example.Council);
        var (plan, caller) = (Example.NewPlan(), Example.By(Example.Council));
        await using (await place.HoldCommits())
        {
            // The statement's own limit ends it, and the owner knows: it answers on from memory while the lock is still held.
            Assert.Equal(RefusalReason.TryAgain, await Example.Reason(silo.Person(stream).OpenPlan(caller, Example.Open(plan, "words"))));
            Assert.Equal(RefusalReason.NotKnown, await Example.Reason(silo.Person(stream).OwnPlan(caller, plan)));
        }

        Assert.Equal(1, (await Example.Value(silo.Person(stream).OpenPlan(caller, Example.Open(plan, "words")))).Revision);
    }
}
