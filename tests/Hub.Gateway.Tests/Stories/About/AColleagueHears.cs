using Hub.Agencies.V1;
using Hub.Alerts.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Decisions.V1;
using Hub.Gateway.Tests.Stories.Directed;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Stories.Restrictions;
using Hub.Gateway.Tests.Stories.Twins;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Relationships.V1;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.About;

/// <summary>What a concern, a question or a person's word says of somebody of the team that hears: the machine's door shows the rest, and the others of the
/// team read it at the person's door.</summary>
public sealed class AColleagueHears : IAsyncLifetime
{
    private const string Kin = "SW999004";
    private const string Desk = "council/duty-desk";
    private RunningHub hub = null!;

    public async Task InitializeAsync() => hub = await RunningHub.Start(StoreKind.Embedded);

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Of_a_concern_at_the_team_that_leads_and_at_the_places_desk()
    {
        var family = await Family.At(hub);
        var kin = await Join(hub, family.Council, "council", Family.ChildrensTeam, Kin, Role.IndependentReviewingOfficer);
        await OpenDesk(family, "SW999001", Kin);
        await family.Record(Kinship.Father("council", Kin));
        await Tell(family, "At the gate.", People.Element("for all", Category.Education), Unknown("a bruise"));
        foreach (var team in new[] { Family.ChildrensTeam, Desk })
        {
            var machine = Assert.Single(await Family.Hear(family.Council, team));
            Assert.Equal(["for all"], machine.Elements.Select(e => e.Content.Text));
            Assert.Equal(("", false), (machine.ConcernDescription, machine.MoreExists));
            var read = Assert.Single(await Open(family.Council, team));
            Assert.Equal(["a bruise"], read.Elements.Select(e => e.Content.Text));
            Assert.Equal(("concern.raised", "At the gate.", team == Desk ? "" : family.Child), (read.Type, read.ConcernDescription, read.Child));
            Assert.Empty(await Open(kin, team));
            Assert.Equal(machine.ConcernId, read.ConcernId);
            Assert.True(await Family.Say(family.Council, team, read, Acknowledgement.Accepted));
        }
    }

    [Fact]
    public async Task Of_a_concern_that_waits_once_it_is_declared_whom_it_is_about()
    {
        var family = await Family.At(hub);
        var kin = await Join(hub, family.Council, "council", Family.ChildrensTeam, Kin, Role.IndependentReviewingOfficer);
        await OpenDesk(family, "SW999001", Kin);
        await Tell(family, "At the gate.", People.Element("for all", Category.Education), Unknown("a bruise"));
        await family.Record(Kinship.Father("council", Kin));
        foreach (var team in new[] { Family.ChildrensTeam, Desk })
        {
            var machine = Assert.Single(await Family.Hear(family.Council, team));
            Assert.Equal(["for all"], machine.Elements.Select(e => e.Content.Text));
            Assert.Equal(("", false), (machine.ConcernDescription, machine.MoreExists));
            await Look.Until(async () => (await Open(family.Council, team)).Any(d => d.Elements.Any(e => e.Content.Text == "a bruise")));
            Assert.Empty(await Open(kin, team));
        }
    }

    [Fact]
    public async Task Or_else_the_next_in_the_order_does_where_it_is_about_everybody_of_the_team()
    {
        var family = await Family.At(hub);
        await OpenDesk(family, "SW999006");
        await family.Record(Kinship.Father("council", "SW999001"));
        await Tell(family, "", Unknown("a bruise"));
        Assert.Empty(Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam)).Elements);
        Assert.Empty(await Open(family.Council, Family.ChildrensTeam));
        Assert.Contains(await Open(hub.Client("council", "council", "SW999006"), Desk), d => d.Child == family.Child && d.Elements[0].Content.Text == "a bruise");
        var apart = Assert.Single((await hub.Decisions()).Events.Last(e => e.Event == "concern.raised").Recipients, r => r.HeardAt is not null);
        Assert.Equal(("agency", $"{Desk}/restricted"), (apart.Step, apart.HeardAt));
    }

    [Fact]
    public async Task Of_a_question_and_each_of_the_two_is_answered_by_itself()
    {
        var family = await Unagreed.At(hub);
        var kin = await Join(hub, family.Trust, "trust", Family.AdultTeam, "NMC-999009", Role.CareCoordinator);
        var father = (await family.Trust.Relationships.RecordRelationshipAsync(new RecordRelationshipRequest
        {
            RequestId = HubRequest.NewId(),
            Person = family.Mother,
            Relationship = new RelationshipContent { Type = RelationshipType.Father, StaffAgencyId = "trust", StaffPractitionerId = "NMC-999009" },
        })).RelationshipId;
        await Family.Hear(family.Trust, Family.AdultTeam, wait: 0);
        var machine = await Unagreed.Ask(
            family, People.Element("for all", Category.HealthMental), People.Element("about him", Category.HealthMental).Concerning(father));
        Assert.Equal(["for all"], machine.Elements.Select(e => e.Content.Text));
        var read = Assert.Single(await Open(family.Trust, Family.AdultTeam));
        Assert.Equal(("needs-decision", Family.ChildrensTeam), (read.Type, read.DecisionNeeded?.RecipientTeamId));
        Assert.Equal(["about him"], read.Elements.Select(e => e.Content.Text));
        Assert.Empty(await Open(kin, Family.AdultTeam));

        // He answers what he was asked, and sends no more than that.
        await kin.Decisions.SendDirectedAsync(Unagreed.Send(machine));
        Assert.Equal(["for all"], Assert.Single(await Unagreed.AtCouncil(family, wait: 10)).Elements.Select(e => e.Content.Text));
        Assert.Equal("NOT_DELIVERED", await Restricted.Reason(() => kin.Decisions.SendDirectedAsync(Unagreed.Send(read)).ResponseAsync));
        await family.Trust.Decisions.SendDirectedAsync(Unagreed.Send(read));
        Assert.Equal(["about him"], Assert.Single(await Unagreed.AtCouncil(family, wait: 10)).Elements.Select(e => e.Content.Text));
        Assert.Equal(2, await Listed(family.Trust, family.Mother));
        Assert.Equal(1, await Listed(kin, family.Mother));

        // Where nothing else is asked the machine hears of no question, nor is there a trace of the answer.
        await family.ReviseMother(People.Element("about him too", Category.HealthMental).Concerning(father));
        Assert.Empty(await Unagreed.AtTrust(family, wait: 1));
        await family.Trust.Decisions.DoNotSendAsync(Unagreed.Not(Assert.Single(await Open(family.Trust, Family.AdultTeam))));
        Assert.Equal((3, 1), (await Listed(family.Trust, family.Mother), await Listed(kin, family.Mother)));
    }

    [Fact]
    public async Task Of_what_a_person_sends_by_her_own_word()
    {
        var family = await Kinship.WithSchool(hub);
        var colleague = await Kinship.JoinTheSchool(hub, family);
        var father = await family.Record(Kinship.Father("school", Kinship.AtSchool));
        await family.ReviseChild(People.Element("for all", Category.HealthMental), People.Element("about him", Category.HealthMental).Concerning(father));
        await Family.Hear(family.School, Family.SchoolTeam, wait: 0);
        await Share(family, "for all", "about him");
        Assert.Equal(["for all"], Assert.Single(await Family.Hear(family.School, Family.SchoolTeam)).Elements.Select(e => e.Content.Text));
        var read = Assert.Single(await Kinship.Opened(colleague), d => d.Elements.Count > 0);
        Assert.Equal(["about him"], read.Elements.Select(e => e.Content.Text));
        Assert.Empty(await Kinship.Opened(family.School));
        Assert.True(await Family.Say(colleague, Family.SchoolTeam, read, Acknowledgement.Accepted));

        await Share(family, "about him");
        Assert.Empty(await Family.Hear(family.School, Family.SchoolTeam, wait: 1));
        Assert.Equal(["about him"], Assert.Single(await Kinship.Opened(colleague)).Elements.Select(e => e.Content.Text));
        var last = (await hub.Decisions()).Events.Last(e => e.Event == "decision.shared-directed").Recipients;
        Assert.Equal([("deny", false), ("permit", true)], last.Select(r => (r.Verdict, r.IsDelivered)));
    }

    [Fact]
    public async Task Of_what_a_person_sent_and_waits_once_it_is_declared_whom_it_is_about()
    {
        var family = await Kinship.WithSchool(hub);
        var colleague = await Kinship.JoinTheSchool(hub, family);
        var father = await family.Record(Kinship.Father());
        await family.ReviseChild(People.Element("about him", Category.HealthMental).Concerning(father));
        await Family.Hear(family.School, Family.SchoolTeam, wait: 0);
        await Share(family, "about him");
        await family.Record(Kinship.Father("school", Kinship.AtSchool), father);
        Assert.Empty(await Family.Hear(family.School, Family.SchoolTeam, wait: 1));
        await Look.Until(async () => (await Kinship.Opened(colleague)).Any(d => d.Elements.Any(e => e.Content.Text == "about him")));
        Assert.Empty(await Kinship.Opened(family.School));
    }

    private static async Task<HubClient> Join(RunningHub hub, HubClient agency, string id, string team, string number, Role role)
    {
        await Restricted.Register(hub, id, number);
        await agency.Teams.AssignRoleAsync(Facts.Assign(team, role, number));
        return hub.Client(id, id, number);
    }

    private async Task OpenDesk(Family family, params string[] members)
    {
        await family.Council.Teams.OpenTeamAsync(Facts.Team(Desk));
        foreach (var member in members)
        {
            await Join(hub, family.Council, "council", Desk, member, Role.DutyManager);
        }

        await family.Council.Inbox.RegisterSubscriberAsync(new RegisterSubscriberRequest { RequestId = HubRequest.NewId(), TeamId = Desk, Subscriber = Family.System });
        await family.Council.Agencies.SetDutyTeamAsync(new SetDutyTeamRequest { RequestId = HubRequest.NewId(), AgencyId = "council", TeamId = Desk });
    }

    private static async Task Tell(Family family, string description, params PlanElementContent[] elements)
        => await family.School.Alerts.RaiseConcernAsync(new RaiseConcernRequest
        {
            RequestId = HubRequest.NewId(),
            Identity = People.Sam(NhsNumbers.From(1)),
            Description = description,
            Severity = Severity.Red,
            Elements = { elements },
            PlaceAgencyId = "council",
        });

    private static PlanElementContent Unknown(string text)
    {
        var element = People.Element(text, Category.HealthPhysical);
        element.About = new ElementAbout { CauseIsUnknown = true };
        return element;
    }

    private static async Task Share(Family family, params string[] texts)
    {
        var plan = (await family.Council.Plans.GetPlanAsync(new GetPlanRequest { Person = family.Child, PlanId = family.ChildPlan })).Plan;
        var share = Directing.Share(family.Child, family.ChildPlan, "", Family.SchoolTeam);
        share.ElementIds.Clear();
        share.ElementIds.AddRange(texts.Select(t => plan.Elements.Single(e => e.Content.Text == t).ElementId));
        await family.Council.Decisions.ShareDirectedAsync(share);
    }

    private static async Task<IReadOnlyList<Delivery>> Open(HubClient by, string team)
        => [.. (await by.Inbox.FetchRestrictedAsync(new FetchRestrictedRequest { TeamId = team })).Deliveries];

    private static async Task<int> Listed(HubClient by, string person) => (await by.Decisions.ListDecisionsAsync(new ListDecisionsRequest { Person = person })).Decisions.Count;
}
