using Hub.Adoptions.V1;
using Hub.Client;
using Hub.Client.Errors;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Stories.Restrictions;
using Hub.Gateway.Tests.Wire;
using Hub.Plans.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Adoptions;

/// <summary>Health and safety facts of a sealed child, written anew for the child as known after: by two persons, once.</summary>
public sealed class WhatCrossesByTwo : IAsyncLifetime
{
    private readonly MovedClock clock = new();
    private RunningHub hub = null!;
    private Adopted story = null!;
    private HubClient worker = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(StoreKind.Embedded, h => h.Clock = clock);
        story = await Adopted.At(hub);
        await story.Seal();
        await story.BeginAnew();
        worker = story.Family.Council;
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Is_written_when_another_person_has_confirmed_it_and_is_ordinary_news_of_the_council()
    {
        var proposal = story.Proposal(People.Element("Asthma; the blue inhaler helps.", Category.HealthPhysical), People.Element("Is afraid of dogs.", Category.SafetyPlanTriggers));
        var crossing = (await story.First.Adoptions.ProposeCrossingAsync(proposal)).CrossingId;
        Assert.Equal(crossing, (await story.First.Adoptions.ProposeCrossingAsync(proposal)).CrossingId);
        Assert.Equal(["Settles in."], await Texts());
        Assert.Empty(await story.Hear(Family.ChildrensTeam));
        Assert.Equal(HubReasons.StateConflict + " crossing_id", await Adopted.Refused(() => Confirm(story.First, crossing)));
        Assert.Equal(HubReasons.NotKnown, await Adopted.Refused(() => Confirm(story.Managing, crossing)));
        Assert.Equal(HubReasons.NotKnown, await Adopted.Refused(() => Confirm(worker, crossing)));
        Assert.Empty((await Waiting(worker)).Crossings);

        var seen = Assert.Single((await Waiting(story.Second)).Crossings);
        Assert.Equal((crossing, story.AfterPlan, Adopted.Ash, 2), (seen.CrossingId, seen.PlanId, seen.PractitionerId, seen.Elements.Count));
        var confirmation = story.Confirmation(crossing);
        await story.Second.Adoptions.ConfirmCrossingAsync(confirmation);
        await story.Second.Adoptions.ConfirmCrossingAsync(confirmation);
        Assert.Equal(["Settles in.", "Asthma; the blue inhaler helps.", "Is afraid of dogs."], await Texts());
        var news = Assert.Single(await story.Hear(Family.ChildrensTeam));
        Assert.Equal((story.After, "plan.changed", "council", 2), (news.Child, news.Type, news.HolderAgencyId, news.Elements.Count));
        Assert.Empty((await Waiting(story.Second)).Crossings);
        Assert.Equal(HubReasons.NotKnown, await Adopted.Refused(() => Confirm(story.Second, crossing)));
        Assert.True((await hub.Audit()).IsWhole);
    }

    [Fact]
    public async Task Is_nothing_that_leads_back_and_nothing_but_health_and_safety()
    {
        Assert.Equal(
            $"{HubReasons.InvalidElement} elements[0].text elements[2].text",
            await Propose(
                story.First,
                People.Element("Mrs Example says asthma.", Category.HealthPhysical), People.Element("Asthma.", Category.HealthPhysical),
                People.Element($"Once {NhsNumbers.From(1)}.", Category.HealthPhysical)));
        Assert.Equal($"{HubReasons.InvalidElement} elements[1].category", await Propose(
            story.First, People.Element("Asthma.", Category.HealthPhysical), People.Element("A supervision order.", Category.LegalOrders)));
        Assert.Equal($"{HubReasons.InvalidField} elements", await Propose(story.First));
    }

    [Fact]
    public async Task Is_proposed_by_nobody_but_the_adoption_role_that_the_seal_admits()
    {
        var asthma = People.Element("Asthma.", Category.HealthPhysical);
        Assert.Equal(HubReasons.NotKnown, await Propose(worker, asthma));
        Assert.Equal(HubReasons.NotKnown, await Propose(story.Managing, asthma));
        var school = story.Family.School;
        var (old, anew) = (await school.Register(People.Sam(NhsNumbers.From(1))), await school.Register(Adopted.New()));
        var plan = (await school.Plans.OpenPlanAsync(People.Protection(anew))).PlanId;
        var others = story.Proposal(asthma);
        (others.FromPerson, others.ToPerson, others.PlanId) = (old, anew, plan);
        Assert.Equal(HubReasons.NotKnown, await Adopted.Refused(() => school.Adoptions.ProposeCrossingAsync(others).ResponseAsync));

        // The other way round nothing is sealed that could cross.
        var back = story.Proposal(asthma);
        (back.FromPerson, back.ToPerson, back.PlanId) = (story.After, story.Family.Child, story.Family.ChildPlan);
        Assert.Equal(HubReasons.NotKnown, await Adopted.Refused(() => story.First.Adoptions.ProposeCrossingAsync(back).ResponseAsync));
        var same = story.Proposal(asthma);
        (same.ToPerson, same.PlanId) = (story.Family.Child, story.Family.ChildPlan);
        Assert.Equal($"{HubReasons.InvalidField} to_person", await Adopted.Refused(() => story.First.Adoptions.ProposeCrossingAsync(same).ResponseAsync));
        Assert.Equal(HubReasons.NotKnown, await Adopted.Refused(() => story.Managing.Adoptions.ProposeCrossingAsync(same).ResponseAsync));
    }

    [Fact]
    public async Task Waits_a_week_and_no_longer()
    {
        var crossing = (await story.First.Adoptions.ProposeCrossingAsync(story.Proposal(People.Element("Asthma.", Category.HealthPhysical)))).CrossingId;
        clock.Forward(TimeSpan.FromDays(8));
        await AfterATurn.Over(worker, Family.ChildrensTeam);
        Assert.Equal(HubReasons.StateConflict + " crossing_id", await Adopted.Refused(() => Confirm(story.Second, crossing)));
        Assert.Empty((await Waiting(story.Second)).Crossings);
        Assert.Equal(["Settles in."], await Texts());
    }

    private Task<string> Propose(HubClient by, params PlanElementContent[] elements)
        => Adopted.Refused(() => by.Adoptions.ProposeCrossingAsync(story.Proposal(elements)).ResponseAsync);

    private Task<ConfirmCrossingResponse> Confirm(HubClient by, string crossing) => by.Adoptions.ConfirmCrossingAsync(story.Confirmation(crossing)).ResponseAsync;

    private async Task<ListCrossingsResponse> Waiting(HubClient by) => await by.Adoptions.ListCrossingsAsync(new ListCrossingsRequest { ToPerson = story.After });

    private async Task<IEnumerable<string>> Texts()
        => (await worker.Plans.GetPlanAsync(new GetPlanRequest { Person = story.After, PlanId = story.AfterPlan })).Plan.Elements.Select(e => e.Content.Text);
}
