using Hub.Domain;
using Hub.Silo.Journal;

namespace Hub.Silo.Tests.Owners;

/// <summary>While nobody knows whether a commit stands, its owner says nothing; afterwards it says what is true.</summary>
public abstract class AnUnknownOutcome : IAsyncLifetime
{
    private RunningSilo silo = null!;

    protected AnUnknownOutcome(HubPlace place)
    {
        Place = place;
        place.Options.Journal = new JournalOptions { CommandTimeout = TimeSpan.FromMilliseconds(300), QueueCommits = 2 };
    }

    protected HubPlace Place { get; }

    public async Task InitializeAsync() => silo = await RunningSilo.Start(Place);

    public async Task DisposeAsync() => await silo.DisposeAsync();

    [Fact]
    public async Task Stops_its_owner_until_it_is_known()
    {
        var stream = await silo.Child(Example.Council);
        var person = silo.Person(stream);
        var (plan, caller) = (Example.NewPlan(), Example.By(Example.Council));
        var command = Example.Open(plan, "words");
        await using (await Place.HoldCommits())
        {
            Assert.Equal(RefusalReason.TryAgain, await Example.Reason(person.OpenPlan(caller, command)));
            Assert.Equal(RefusalReason.TryAgain, await Example.Reason(person.OpenPlan(Example.By(Example.Council), command)));
            Assert.Equal(RefusalReason.TryAgain, await Example.Reason(person.GetRecord(caller)));
            Assert.Equal(RefusalReason.TryAgain, await Example.Reason(person.OwnPlan(caller, plan)));
        }

        // The first read after it tells the truth, before anybody has repeated the command.
        Assert.Equal(1, (await Example.Settled(() => person.OwnPlan(caller, plan))).Revision);
        var written = await Example.Settled(() => person.OpenPlan(caller, command));
        Assert.Equal((plan, 1), (written.Plan, written.Revision));
        Assert.Equal(2L, await Place.Ask<long>($"select count(*) from event where stream = '{stream}'"));
    }

    [Fact]
    public async Task Is_waited_for_by_one_call_and_not_by_those_behind_it()
    {
        var patience = Place.Options.Journal.CommandTimeout = TimeSpan.FromSeconds(2);
        var stream = await silo.Child(Example.Council);
        var (plan, command) = (Example.NewPlan(), Example.Open(Example.NewPlan(), "words"));
        await using (await Place.HoldCommits())
        {
            var began = TimeProvider.System.GetTimestamp();
            var refusals = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => i % 4 == 3
                ? Example.Reason(silo.Person(stream).OwnPlan(Example.By(Example.Council), plan))
                : Example.Reason(silo.Person(stream).OpenPlan(Example.By(Example.Council), command with { Plan = Example.NewPlan() }))));

            Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, 2 * patience);

            // A read that came before the first command has been answered from what stood then.
            Assert.All(refusals.Where(r => r != RefusalReason.NotKnown), r => Assert.Equal(RefusalReason.TryAgain, r));
            Assert.InRange(refusals.Count(r => r == RefusalReason.TryAgain), 15, 20);
        }
    }

    [Fact]
    public async Task Of_a_first_event_does_not_lose_its_key()
    {
        var (stream, caller, command) = (Example.NewStream(), Example.By(Example.Council), Example.Register("Firstchild"));
        await using (await Place.HoldCommits())
        {
            Assert.Equal(RefusalReason.TryAgain, await Example.Reason(silo.Person(stream).Register(caller, command)));
        }

        Assert.True((await Example.Settled(() => silo.Person(stream).Register(caller, command))).IsThisPerson);
        await silo.Forget();
        Assert.Equal("Firstchild", (await Example.Value(silo.Person(stream).GetRecord(caller))).FamilyName);
        Assert.Equal(1L, await Place.Ask<long>($"select count(*) from event where stream = '{stream}'"));
    }

    [Fact]
    public async Task That_fills_the_queue_limits_others_before_they_decide()
    {
        var streams = new[] { await silo.Child(Example.Council), await silo.Child(Example.Council), await silo.Child(Example.Council) };
        var calls = streams.Select(s => (Person: silo.Person(s), Caller: Example.By(Example.Council), Command: Example.Open(Example.NewPlan(), "words"))).ToList();
        await using (await Place.HoldCommits())
        {
            Assert.Equal(RefusalReason.TryAgain, await Example.Reason(calls[0].Person.OpenPlan(calls[0].Caller, calls[0].Command)));
            Assert.Equal(RefusalReason.TryAgain, await Example.Reason(calls[1].Person.OpenPlan(calls[1].Caller, calls[1].Command)));
            Assert.False(silo.Service<GroupCommit>().HasRoom);

            // Not even a command that could never be taken is looked at.
            Assert.Equal(RefusalReason.RateLimited, await Example.Reason(calls[2].Person.OpenPlan(calls[2].Caller, calls[2].Command)));
            Assert.Equal(RefusalReason.RateLimited, await Example.Reason(calls[2].Person.RevisePlan(calls[2].Caller, Example.Add(Example.NewPlan(), 1, "x"))));
        }

        foreach (var (person, caller, command) in calls)
        {
            Assert.Equal(1, (await Example.Settled(() => person.OpenPlan(caller, command))).Revision);
        }
    }
}

public sealed class AnUnknownPostgresOutcome(PostgresHubPlace place) : AnUnknownOutcome(place), IClassFixture<PostgresHubPlace>;

public sealed class AnUnknownSqliteOutcome(SqliteHubPlace place) : AnUnknownOutcome(place), IClassFixture<SqliteHubPlace>;
