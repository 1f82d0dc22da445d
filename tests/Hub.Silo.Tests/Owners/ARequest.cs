using Hub.Contracts.Calls;
using Hub.Domain;
using Hub.Domain.Plans;

namespace Hub.Silo.Tests.Owners;

/// <summary>What an owner promises of a request id.</summary>
public abstract class ARequest(HubPlace place) : IAsyncLifetime
{
    private RunningSilo silo = null!;

    public async Task InitializeAsync() => silo = await RunningSilo.Start(place);

    public async Task DisposeAsync() => await silo.DisposeAsync();

    [Fact]
    public async Task Is_answered_again_from_its_event_after_the_owner_was_away()
    {
        var child = silo.Person(await silo.Child(Example.Council));
        var (plan, caller) = (Example.NewPlan(), Example.By(Example.Council));
        var command = Example.Open(plan, "first words");
        var first = await Example.Value(child.OpenPlan(caller, command));
        await Example.Value(child.RevisePlan(Example.By(Example.Council), Example.Add(plan, 1, "more")));

        Assert.Equivalent(first, await Example.Value(child.OpenPlan(caller, command)), strict: true);
        await silo.Forget();
        Assert.Equivalent(first, await Example.Value(child.OpenPlan(caller, command)), strict: true);
        Assert.Equal(2, (await Example.Value(child.OwnPlan(caller, plan))).Revision);
    }

    [Fact]
    public async Task With_other_content_is_refused()
    {
        var child = silo.Person(await silo.Child(Example.Council));
        var (plan, caller) = (Example.NewPlan(), Example.By(Example.Council));
        await Example.Value(child.OpenPlan(caller, Example.Open(plan, "first words")));

        Assert.Equal(RefusalReason.RequestIdReused, await Example.Reason(child.OpenPlan(caller, Example.Open(plan, "other words"))));
        Assert.Equal(RefusalReason.RequestIdReused, await Example.Reason(child.RevisePlan(caller, Example.Add(plan, 7, "stale"))));
    }

    [Fact]
    public async Task Tells_nothing_to_who_may_not_know()
    {
        var child = silo.Person(await silo.Child(Example.Council));
        var (plan, caller) = (Example.NewPlan(), Example.By(Example.Council));
        await Example.Value(child.OpenPlan(caller, Example.Open(plan, "first words")));

        // The agency's own request id, but a plan that is not the agency's: neither "reused" nor the stored answer.
        Assert.Equal(RefusalReason.NotKnown, await Example.Reason(child.RevisePlan(caller, Example.Add(Example.NewPlan(), 1, "x"))));
        var theirs = caller with { Agency = Example.Trust };
        Assert.Equal(RefusalReason.NotKnown, await Example.Reason(child.RevisePlan(theirs, Example.Add(plan, 1, "x"))));
        Assert.Equal(RefusalReason.NotKnown, await Example.Reason(child.EndPlan(theirs, new EndPlan(plan, 1, (int)PlanState.Ended, "", ""))));
    }

    [Fact]
    public async Task Of_one_agency_is_another_request_than_of_another()
    {
        var stream = await silo.Child(Example.Council);
        var child = silo.Person(stream);
        await Example.Value(child.OpenPlan(Example.By(Example.Council, "same-id"), Example.Open(Example.NewPlan(), "ours")));

        Assert.Equal(1, (await Example.Value(child.OpenPlan(Example.By(Example.Trust, "same-id"), Example.Open(Example.NewPlan(), "theirs")))).Revision);
    }

    [Fact]
    public async Task That_only_validates_is_not_remembered()
    {
        var stream = await silo.Child(Example.Council);
        var (caller, command) = (Example.By(Example.Council), Example.Open(Example.NewPlan(), "words"));

        Assert.Equal(0, (await Example.Value(silo.Person(stream).OpenPlan(caller with { ValidateOnly = true }, command))).Revision);
        Assert.Equal(1L, await place.Ask<long>($"select count(*) from event where stream = '{stream}'"));
        Assert.Equal(1, (await Example.Value(silo.Person(stream).OpenPlan(caller, command))).Revision);
    }

    [Fact]
    public async Task Sent_by_many_at_once_makes_one_event()
    {
        var stream = await silo.Child(Example.Council);
        var (caller, command) = (Example.By(Example.Council), Example.Open(Example.NewPlan(), "words"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => silo.Person(stream).OpenPlan(caller, command)));

        Assert.All(answers, a => Assert.Equivalent(answers[0].Value, a.Value, strict: true));
        Assert.Equal(2L, await place.Ask<long>($"select count(*) from event where stream = '{stream}'"));
    }
}

public sealed class APostgresRequest(PostgresHubPlace place) : ARequest(place), IClassFixture<PostgresHubPlace>;

public sealed class ASqliteRequest(SqliteHubPlace place) : ARequest(place), IClassFixture<SqliteHubPlace>;
