using Hub.Agencies.V1;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Relationships.V1;

namespace Hub.Gateway.Tests.Stories.About;

/// <summary>On the wire: who records relationships and reads them, and what does not reach those whom it is about.</summary>
public sealed class WhatIsAboutYou
{
    private const string Colleague = "SW999009";

    [Fact]
    public async Task Is_recorded_by_the_leads_team_read_by_category_and_never_shown_to_who_it_is_about()
    {
        await using var hub = await RunningHub.Start(Silo.StoreKind.Embedded);
        var family = await Kinship.WithSchool(hub);
        var father = await family.Record(Kinship.Father("school", Kinship.AtSchool));
        var own = await family.School.Register(People.Sam(NhsNumbers.From(1)));

        var listed = Assert.Single(await Kinship.Relationships(family.Council, family.Child));
        Assert.Equal((father, RelationshipType.Father, "council", false), (listed.RelationshipId, listed.Content.Type, listed.RecordedByAgencyId, listed.HasEnded));
        Assert.Empty(await Kinship.Relationships(family.School, own));
        var refused = await Assert.ThrowsAsync<HubRefusedException>(async () => await family.School.Relationships.RecordRelationshipAsync(
            new RecordRelationshipRequest { RequestId = HubRequest.NewId(), Person = own, Relationship = Kinship.Father() }));
        Assert.Equal(HubReasons.NotKnown, refused.Reason);

        // The council's own second practitioner is the mother: not even in her own agency is she shown what is about her.
        await family.Council.Agencies.RegisterPractitionerAsync(new RegisterPractitionerRequest { RequestId = HubRequest.NewId(), AgencyId = "council", PractitionerId = Colleague });
        var colleague = hub.Client("council", "council", Colleague);
        var mother = await family.Record(new RelationshipContent { Type = RelationshipType.Mother, StaffAgencyId = "council", StaffPractitionerId = Colleague });
        Assert.Equal([father], (await Kinship.Relationships(colleague, family.Child)).Select(r => r.RelationshipId));
        await family.ReviseChild(People.Element("about her", Category.PlanContent).Concerning(mother), People.Element("about him", Category.PlanContent).Concerning(father));
        var whole = await Texts(family.Council, family);
        Assert.Contains("about her", whole);
        Assert.Equal(whole.Where(t => t != "about her"), await Texts(colleague, family));
        var revisions = await colleague.Plans.ListPlanRevisionsAsync(new ListPlanRevisionsRequest { Person = family.Child, PlanId = family.ChildPlan });
        Assert.DoesNotContain("about her", revisions.Revisions.SelectMany(r => r.Changes).Select(c => c.Content?.Text));
    }

    [Fact]
    public async Task Is_not_handed_over_any_more_once_it_is_declared_where_somebody_works()
    {
        await using var hub = await RunningHub.Start(Silo.StoreKind.Embedded);
        var family = await Kinship.WithSchool(hub);
        var father = await family.Record(Kinship.Father());
        await Family.Hear(family.School, Family.SchoolTeam, wait: 0);
        await family.ReviseChild(People.Element("for all", Category.Education), People.Element("about him", Category.Education).Concerning(father));
        await family.Record(Kinship.Father("school", Kinship.AtSchool), father);
        var heard = Assert.Single(await Family.Hear(family.School, Family.SchoolTeam));
        Assert.Equal(["for all"], heard.Elements.Select(e => e.Content.Text));
        Assert.All(heard.Elements, e => Assert.Null(e.Content.About));
    }

    [Fact]
    public async Task Is_read_at_the_persons_door_by_the_others_of_a_team_and_by_nobody_whom_it_is_about()
    {
        await using var hub = await RunningHub.Start(Silo.StoreKind.Embedded);
        var family = await Kinship.WithSchool(hub);
        var (kin, colleague) = (family.School, await Kinship.JoinTheSchool(hub, family));
        var father = await family.Record(Kinship.Father("school", Kinship.AtSchool));
        await Family.Hear(kin, Family.SchoolTeam, wait: 0);
        await family.ReviseChild(People.Element("for all", Category.Education), People.Element("about him", Category.Education).Concerning(father));
        Assert.Equal(["for all"], Assert.Single(await Family.Hear(kin, Family.SchoolTeam)).Elements.Select(e => e.Content.Text));
        Assert.Empty(await Kinship.Opened(kin));
        var seen = Assert.Single(await Kinship.Opened(colleague));
        Assert.Equal(["about him"], seen.Elements.Select(e => e.Content.Text));
        Assert.False(string.IsNullOrEmpty(seen.Child));
        Assert.True(await Family.Say(colleague, Family.SchoolTeam, seen, Acknowledgement.Accepted));
        Assert.Empty(await Kinship.Opened(colleague));
        Assert.Contains((await hub.Decisions()).Events.Last(e => e.Event == "plan.changed").Recipients, r => r.HeardAt == $"{Family.SchoolTeam}/restricted" && r.Acknowledged is not null);
    }

    [Fact]
    public async Task Waits_for_the_others_where_it_is_declared_afterwards_whom_it_is_about()
    {
        await using var hub = await RunningHub.Start(Silo.StoreKind.Embedded);
        var family = await Kinship.WithSchool(hub);
        var colleague = await Kinship.JoinTheSchool(hub, family);
        var father = await family.Record(Kinship.Father());
        await Family.Hear(family.School, Family.SchoolTeam, wait: 0);
        await family.ReviseChild(People.Element("about him", Category.Education).Concerning(father));
        await family.Record(Kinship.Father("school", Kinship.AtSchool), father);
        Assert.Empty(await Family.Hear(family.School, Family.SchoolTeam, wait: 1));
        await Look.Until(async () => (await Kinship.Opened(colleague)).Any(d => d.Elements.Any(e => e.Content.Text == "about him")));
        Assert.Empty(await Kinship.Opened(family.School));
    }

    [Fact]
    public async Task Names_only_the_persons_own_relationships()
    {
        await using var hub = await RunningHub.Start(Silo.StoreKind.Embedded);
        var family = await Kinship.WithSchool(hub);
        var father = await family.Record(Kinship.Father());
        var sibling = await family.Council.Register(People.Sam(NhsNumbers.From(2)));
        var refused = await Assert.ThrowsAsync<HubRefusedException>(async () => await family.Council.Plans.OpenPlanAsync(
            People.Protection(sibling, People.Element("about nobody here").Concerning(father))));
        Assert.Equal(HubReasons.InvalidElement, refused.Reason);
        refused = await Assert.ThrowsAsync<HubRefusedException>(async () => await family.Council.Plans.OpenPlanAsync(
            People.Protection(family.Child, People.Element("about nobody").Concerning(family.Child))));
        Assert.Equal(HubReasons.InvalidReference, refused.Reason);
    }

    private static async Task<IEnumerable<string>> Texts(Client.HubClient agency, Family family)
        => (await agency.Plans.GetPlanAsync(new GetPlanRequest { Person = family.Child, PlanId = family.ChildPlan })).Plan.Elements.Select(e => e.Content.Text);
}
