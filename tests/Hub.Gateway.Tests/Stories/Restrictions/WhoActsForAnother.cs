using Hub.Agencies.V1;
using Hub.Client;
using Hub.Client.Errors;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Restrictions;

/// <summary>A colleague who acts for another, by what a third one has put on record.</summary>
public sealed class WhoActsForAnother : IAsyncLifetime
{
    private readonly MovedClock clock = new();
    private RunningHub hub = null!;
    private Family family = null!;
    private HubClient kin = null!;
    private HubClient manager = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(StoreKind.Embedded, h => h.Clock = clock);
        (family, kin, manager) = await Restricted.At(hub);
        await Restricted.Register(hub, "council", Cover.Away);
        await Restricted.Register(hub, "council", Cover.Elsewhere);
        await Family.Hear(family.Council, Family.ChildrensTeam, wait: 1);
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Is_named_by_a_manager_who_is_neither_of_the_two_and_listed_to_managers()
    {
        Assert.Equal(HubReasons.NotKnown, await Restricted.Reason(() => Cover.Record(family.Council, Cover.Away, Restricted.Kin)));
        Assert.Equal(HubReasons.InvalidField, await Restricted.Reason(() => Cover.Record(manager, Cover.Away, Restricted.Manager)));
        Assert.Equal(HubReasons.InvalidField, await Restricted.Reason(() => Cover.Record(manager, Restricted.Manager, Restricted.Kin)));
        Assert.Equal(HubReasons.InvalidField, await Restricted.Reason(() => Cover.Record(manager, "SW999099", Restricted.Kin)));
        Assert.Equal(HubReasons.NotKnown, await Restricted.Reason(() => Cover.Record(family.Trust, Cover.Away, Restricted.Kin)));
        Assert.Equal(HubReasons.UnknownCaller, await Restricted.Reason(() => Cover.Record(hub.Registrar, Cover.Away, Restricted.Kin)));
        await Cover.Record(manager, Cover.Away, Restricted.Kin);
        Assert.Equal(HubReasons.StateConflict, await Restricted.Reason(() => Cover.Record(manager, Cover.Away, Restricted.Kin)));
        Assert.Equal(HubReasons.NotKnown, await Restricted.Reason(() => kin.Agencies.ListDelegationsAsync(new ListDelegationsRequest()).ResponseAsync));
        var listed = Assert.Single((await manager.Agencies.ListDelegationsAsync(new ListDelegationsRequest())).Delegations);
        Assert.Equal(
            (Cover.Away, Restricted.Kin, "On leave.", Restricted.Manager), (listed.OfPractitionerId, listed.ToPractitionerId, listed.Because, listed.RecordedByPractitionerId));
        Assert.Equal(HubReasons.NotKnown, await Restricted.Reason(() => Cover.End(family.Council, Cover.Away, Restricted.Kin)));
        await Cover.End(kin, Cover.Away, Restricted.Kin);
        Assert.Empty((await manager.Agencies.ListDelegationsAsync(new ListDelegationsRequest())).Delegations);
        Assert.Equal(HubReasons.StateConflict, await Restricted.Reason(() => Cover.End(kin, Cover.Away, Restricted.Kin)));
    }

    [Fact]
    public async Task May_say_so_while_it_is_on_record_and_its_days_last()
    {
        var acting = Acting(Restricted.Kin, "SW999001");
        await Unknown(acting);
        await Cover.Record(manager, "SW999001", Restricted.Kin);
        await acting.Plans.GetPlanAsync(Plan());
        await Unknown(Acting("SW999001", Restricted.Kin));
        await Unknown(Acting(Restricted.Kin, "SW999099"));
        await Unknown(hub.Client("council", "council", null, "SW999001"));
        clock.Forward(TimeSpan.FromDays(15));
        await AfterATurn.Over(family.Council, Family.ChildrensTeam);
        await Unknown(acting);
        await Cover.Record(manager, "SW999001", Restricted.Kin, days: 30);
        await acting.Plans.GetPlanAsync(Plan());
        await Cover.End(manager, "SW999001", Restricted.Kin);
        await Unknown(acting);

        async Task Unknown(HubClient by)
        {
            var refused = await Assert.ThrowsAsync<HubRefusedException>(() => by.Plans.GetPlanAsync(Plan()).ResponseAsync);
            Assert.Equal((HubReasons.UnknownCaller, "hub-acting-for"), (refused.Reason, Assert.Single(refused.Violations).Field));
        }
    }

    [Fact]
    public async Task Has_the_rights_that_both_have_and_no_more()
    {
        await Cover.Record(manager, "SW999001", Cover.Away);
        await Cover.Record(manager, Cover.Elsewhere, Restricted.Kin);
        await Cover.Record(manager, "SW999001", Restricted.Kin);

        // Neither by her whom she acts for nor by herself.
        Assert.Equal(HubReasons.NotKnown, await Restricted.Reason(() => Open(Acting(Cover.Away, "SW999001"))));
        Assert.Equal(HubReasons.NotKnown, await Restricted.Reason(() => Open(Acting(Restricted.Kin, Cover.Elsewhere))));
        Assert.Null(await Restricted.Reason(() => Open(kin)));
        Assert.Null(await Restricted.Reason(() => Open(Acting(Restricted.Kin, "SW999001"))));
        var terms = Restricted.Conflict(Restricted.Manager);
        Assert.Equal(HubReasons.NotKnown, await Restricted.Reason(() => Restricted.Place(Acting(Cover.Away, "SW999001"), family.Child, terms)));
        Assert.Equal(HubReasons.NotKnown, await Restricted.Reason(() => Restricted.Place(Acting(Restricted.Kin, Cover.Elsewhere), family.Child, terms)));
        Assert.Null(await Restricted.Reason(() => Restricted.Place(Acting(Restricted.Kin, "SW999001"), family.Child, terms)));
    }

    [Fact]
    public async Task Is_kept_out_of_what_the_other_is_at_both_doors_and_whoever_else_she_acts_for()
    {
        await Cover.Record(manager, Cover.Away, Restricted.Kin);
        await Cover.Record(manager, "SW999001", Restricted.Kin);
        await Restricted.Place(family.Council, family.Child, Restricted.Conflict(Cover.Away));
        await family.ReviseMother(People.Element("kept", Category.HealthMental));
        var forAnother = Acting(Restricted.Kin, "SW999001");
        Assert.Empty(await Family.Hear(family.Council, Family.ChildrensTeam, wait: 1));
        var seen = Assert.Single(await Open(manager), d => d.Elements.Count == 1);
        foreach (var by in new[] { kin, forAnother, Acting(Restricted.Kin, Cover.Away) })
        {
            Assert.Empty(await Open(by, mayBeRefused: true));
            Assert.Equal(HubReasons.NotKnown, await Restricted.Reason(() => by.Plans.GetPlanAsync(Plan()).ResponseAsync));
        }

        Assert.Equal(HubReasons.NotDelivered, await Restricted.Reason(() => Family.Say(kin, Family.ChildrensTeam, seen, Acknowledgement.Accepted)));
        Assert.Equal(HubReasons.NotDelivered, await Restricted.Reason(() => Family.Say(forAnother, Family.ChildrensTeam, seen, Acknowledgement.Accepted)));

        // Once she acts for her no more she hears of what comes later; what was kept from her stays kept, as it does when a restriction is lifted.
        await Cover.End(kin, Cover.Away, Restricted.Kin);
        Assert.Null(await Restricted.Reason(() => kin.Plans.GetPlanAsync(Plan()).ResponseAsync));
        await family.ReviseMother(People.Element("later", Category.HealthMental));
        Assert.Contains(await Family.Hear(family.Council, Family.ChildrensTeam), d => d.Elements.Any(e => e.Content.Text == "later"));
        Assert.Empty(await Open(kin));
        Assert.Equal(HubReasons.NotDelivered, await Restricted.Reason(() => Family.Say(kin, Family.ChildrensTeam, seen, Acknowledgement.Accepted)));
        Assert.Contains(await Open(manager), d => d.DeliveryId == seen.DeliveryId);
    }

    [Fact]
    public async Task Is_handed_nothing_that_waits_when_the_recording_has_answered()
    {
        await Restricted.Place(family.Council, family.Child, Restricted.Conflict(Cover.Away));
        await family.ReviseMother(People.Element("waits", Category.HealthMental));
        await Cover.Record(manager, Cover.Away, Restricted.Kin);
        Assert.DoesNotContain(await Family.Hear(family.Council, Family.ChildrensTeam, wait: 1), d => d.Elements.Count == 1);
        await Look.Until(async () => (await Open(manager)).Any(d => d.Elements.Any(e => e.Content.Text == "waits")));
        Assert.Empty(await Open(kin));
        var waits = (await Open(manager)).Single(d => d.Elements.Count == 1);
        Assert.Equal(HubReasons.NotDelivered, await Restricted.Reason(() => Family.Say(kin, Family.ChildrensTeam, waits, Acknowledgement.Accepted)));

        // Whoever will act for somebody is kept out before her first day.
        await Restricted.Register(hub, "council", "SW999012");
        await family.Council.Teams.AssignRoleAsync(Facts.Assign(Family.ChildrensTeam, Role.IndependentReviewingOfficer, "SW999012"));
        var later = hub.Client("council", "council", "SW999012");
        Assert.Contains(await Open(later), d => d.DeliveryId == waits.DeliveryId);
        var cover = Cover.For(Cover.Away, "SW999012");
        cover.StartsOn = Restricted.In(5);
        await manager.Agencies.RecordDelegationAsync(cover);
        Assert.Empty(await Open(later));
    }

    [Fact]
    public async Task Is_on_record_with_both_names()
    {
        await Cover.Record(manager, "SW999001", Restricted.Kin);
        await family.ReviseMother(People.Element("for the council", Category.HealthMental));
        var heard = Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam), d => d.Elements.Count == 1);
        await Family.Say(Acting(Restricted.Kin, "SW999001"), Family.ChildrensTeam, heard, Acknowledgement.Accepted);
        await Restricted.Place(Acting(Restricted.Kin, "SW999001"), family.Child, Restricted.Conflict(Cover.Away));
        var events = (await hub.Decisions()).Events;
        var taken = events.Last(e => e.Event == "plan.changed").Recipients.Single().Acknowledged!;
        Assert.Equal((Restricted.Kin, "SW999001"), (taken.Practitioner, taken.ActingFor));
        var placed = events.Single(e => e.Event == "restriction.placed");
        Assert.Equal((Restricted.Kin, "SW999001"), (placed.Practitioner, placed.ActingFor));
    }

    private HubClient Acting(string by, string whom) => hub.Client("council", "council", by, whom);

    private GetPlanRequest Plan() => new() { Person = family.Child, PlanId = family.ChildPlan };

    private static async Task<IReadOnlyList<Delivery>> Open(HubClient by, bool mayBeRefused = false)
    {
        try
        {
            return [.. (await by.Inbox.FetchRestrictedAsync(new FetchRestrictedRequest { TeamId = Family.ChildrensTeam })).Deliveries];
        }
        catch (HubRefusedException e) when (mayBeRefused && e.Reason == HubReasons.NotKnown)
        {
            return [];
        }
    }
}
