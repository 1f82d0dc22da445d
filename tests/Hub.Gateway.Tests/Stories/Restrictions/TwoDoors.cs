using Hub.Agencies.V1;
using Hub.Alerts.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Restrictions.V1;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Restrictions;

/// <summary>What somebody of a team is kept out of goes to no machine of it: the others read it at the person's door.</summary>
public sealed class TwoDoors : IAsyncLifetime
{
    private const string Desk = "council/duty-desk";
    private readonly MovedClock clock = new();
    private RunningHub hub = null!;
    private Family family = null!;
    private HubClient kin = null!;
    private HubClient manager = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(StoreKind.Embedded, h => h.Clock = clock);
        (family, kin, manager) = await Restricted.At(hub, isKinInTeam: false);
        await Family.Hear(family.Council, Family.ChildrensTeam, wait: 1);
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Show_it_to_the_others_alone_and_until_one_of_them_has_taken_it()
    {
        await Join(Restricted.Kin);
        await Restricted.Place(family.Council, family.Child, Restricted.Conflict(Restricted.Kin));
        await family.ReviseMother(People.Element("kept", Category.HealthMental));
        Assert.Empty(await Family.Hear(family.Council, Family.ChildrensTeam, wait: 1));
        var seen = Assert.Single(await Open(family.Council), d => d.Elements.Count == 1);
        Assert.Equal("kept", seen.Elements[0].Content.Text);
        Assert.Equal(seen.DeliveryId, Assert.Single(await Open(manager), d => d.Elements.Count == 1).DeliveryId);
        Assert.Empty(await Open(kin));
        Assert.Equal(HubReasons.NotDelivered, await Restricted.Reason(() => Family.Say(kin, Family.ChildrensTeam, seen, Acknowledgement.Accepted)));
        Assert.True(await Family.Say(manager, Family.ChildrensTeam, seen, Acknowledgement.Accepted));
        Assert.DoesNotContain(await Open(family.Council), d => d.DeliveryId == seen.DeliveryId);
        var progress = await family.Trust.Alerts.GetProgressAsync(new GetProgressRequest { Person = family.Mother, UpdateId = family.Update });
        Assert.Equal(ProgressStage.Taken, progress.Progress.Stage);
    }

    [Fact]
    public async Task Show_what_is_told_of_a_child_to_those_alone_from_whom_it_is_not_kept()
    {
        await Join(Restricted.Kin);
        await Restricted.Place(family.Council, family.Child, Restricted.Conflict(Restricted.Kin));
        await family.School.Alerts.RaiseConcernAsync(new RaiseConcernRequest
        {
            RequestId = HubRequest.NewId(),
            Identity = People.Sam(NhsNumbers.From(1)),
            Description = "Sam, about seven, at the school gate.",
            Severity = Severity.Red,
            PlaceAgencyId = "council",
        });
        Assert.Empty(await Family.Hear(family.Council, Family.ChildrensTeam, wait: 1));
        Assert.Contains(await Open(manager), d => d.Type == "concern.raised");
        Assert.Empty(await Open(kin));
    }

    [Fact]
    public async Task Hide_copies_too_of_what_is_kept_where_it_comes_from()
    {
        await family.ReviseMother(People.Element("copied", Category.HealthMental));
        var heard = Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam), d => d.Elements.Count == 1);
        var plan = (await family.Council.Plans.GetPlanAsync(new GetPlanRequest { Person = family.Child, PlanId = family.ChildPlan })).Plan;
        await family.Council.Plans.AdoptElementAsync(new AdoptElementRequest
        {
            RequestId = HubRequest.NewId(),
            Person = family.Child,
            PlanId = family.ChildPlan,
            Etag = plan.Etag,
            TeamId = Family.ChildrensTeam,
            DeliveryId = heard.DeliveryId,
            ElementId = heard.Elements[0].ElementId,
        });
        await family.Trust.Circles.AddCircleMemberAsync(Family.Member(family.Mother, Family.AdultTeam, Role.CareCoordinator));
        await Restricted.Register(hub, "trust", "NMC-999009");
        await family.Trust.Teams.AssignRoleAsync(Facts.Assign(Family.AdultTeam, Role.TeamManager, "NMC-999009"));
        var terms = Restricted.Conflict(Restricted.Kin);
        terms.GuardianTeamId = Family.AdultTeam;
        await Restricted.Place(family.Trust, family.Mother, terms);
        Assert.Contains(await Texts(family.Council), t => t == "copied");
        Assert.DoesNotContain(await Texts(kin), t => t == "copied");
        Assert.NotEmpty(await Texts(kin));

        async Task<IEnumerable<string>> Texts(HubClient by)
            => (await by.Plans.GetPlanAsync(new GetPlanRequest { Person = family.Child, PlanId = family.ChildPlan })).Plan.Elements.Select(e => e.Content.Text);
    }

    [Fact]
    public async Task Are_for_members_of_the_team_by_name()
    {
        Assert.Equal(HubReasons.NotKnown, await Restricted.Reason(() => Open(kin)));
        Assert.Equal(HubReasons.NotKnown, await Restricted.Reason(() => Open(family.Trust)));
    }

    [Fact]
    public async Task Take_over_what_waits_when_somebody_is_kept_out_and_when_somebody_joins_who_is()
    {
        await family.ReviseMother(People.Element("first", Category.HealthMental));
        await Restricted.Place(family.Council, family.Child, Restricted.Conflict(Restricted.Kin));

        // Nobody of the team is kept out yet.
        Assert.Contains(await Family.Hear(family.Council, Family.ChildrensTeam, wait: 2), d => d.Elements.Count == 1);
        Assert.Empty(await Open(family.Council));
        await family.ReviseMother(People.Element("second", Category.HealthMental));
        await Join(Restricted.Kin);
        var left = await Family.Hear(family.Council, Family.ChildrensTeam, wait: 1);
        Assert.DoesNotContain(left, d => d.Elements.Any(e => e.Content.Text == "second"));
        await Look.Until(async () => (await Open(family.Council)).Any(d => d.Elements.Any(e => e.Content.Text == "second")));
        Assert.Empty(await Open(kin));
    }

    [Fact]
    public async Task Keep_what_moved_there_from_whoever_is_kept_out_by_then_and_show_the_others_what_is_left_of_it()
    {
        await Join(Restricted.Kin);
        await family.ReviseMother(People.Element("left", Category.HealthMental), People.Element("kept", Category.SubstanceUse));
        var direction = Restricted.Terms(RestrictionGround.CourtDirection);
        direction.TeamIds.Add(Family.ChildrensTeam);
        direction.Categories.Add(Category.SubstanceUse);
        await Restricted.Place(family.Council, family.Child, direction);
        await AfterATurn.Over(family.Council, Family.ChildrensTeam);
        await Restricted.Place(family.Council, family.Child, Restricted.Conflict(Restricted.Kin));
        Assert.DoesNotContain(await Family.Hear(family.Council, Family.ChildrensTeam, wait: 1), d => d.Elements.Count > 0);
        await Look.Until(async () => (await Open(family.Council)).Any(d => d.Elements.Count > 0));
        Assert.Empty(await Open(kin));
        Assert.Equal(["left"], Assert.Single(await Open(family.Council), d => d.Elements.Count > 0).Elements.Select(e => e.Content.Text));
    }

    [Fact]
    public async Task Lead_to_the_duty_desk_where_everybody_of_the_team_is_kept_out_and_to_a_number_for_operators_where_it_has_none()
    {
        await Restricted.Place(family.Council, family.Child, Restricted.Conflict(Restricted.Manager, "SW999001"));
        await family.ReviseMother(People.Element("unheard", Category.HealthMental));
        Assert.Equal(("nobody", $"{Family.ChildrensTeam}/restricted"), await LastStep());
        var duty = await Duty();
        await family.ReviseMother(People.Element("at the desk", Category.HealthMental));
        Assert.Equal(("agency", $"{Desk}/restricted"), await LastStep());
        Assert.Equal("at the desk", Assert.Single(await Open(duty, Desk)).Elements[0].Content.Text);
        Assert.Empty(await Open(family.Council));
    }

    [Fact]
    public async Task Ring_the_manager_and_then_the_duty_desk_where_nobody_takes_it()
    {
        await Join(Restricted.Kin);
        var duty = await Duty();
        await Restricted.Place(family.Council, family.Child, Restricted.Conflict(Restricted.Kin));
        await family.ReviseMother(People.Element("first", Category.HealthMental));
        var first = Assert.Single(await Open(family.Council), d => d.Elements.Count == 1);
        clock.Forward(TimeSpan.FromHours(25));
        await AfterATurn.Over(family.Council, Family.ChildrensTeam);
        await Look.Until(async () => (await Open(manager)).Any(d => d.AboutDeliveryId == first.DeliveryId && d.ForPractitionerId == Restricted.Manager));
        await Restricted.Place(manager, family.Child, Restricted.Conflict(Restricted.Manager));
        await family.ReviseMother(People.Element("second", Category.HealthMental));
        Assert.Empty(await Open(manager));
        clock.Forward(TimeSpan.FromHours(25));
        await AfterATurn.Over(family.Council, Family.ChildrensTeam);
        await Look.Until(async () => (await Open(duty, Desk)).Any(d => d.Severity == Severity.Red && d.Elements.Any(e => e.Content.Text == "second")));
    }

    private async Task Join(string number) => await family.Council.Teams.AssignRoleAsync(Facts.Assign(Family.ChildrensTeam, Role.IndependentReviewingOfficer, number));

    private async Task<HubClient> Duty()
    {
        await Restricted.Register(hub, "council", "SW999006");
        await family.Council.Teams.OpenTeamAsync(Facts.Team(Desk));
        await family.Council.Teams.AssignRoleAsync(Facts.Assign(Desk, Role.DutyManager, "SW999006"));
        await family.Council.Agencies.SetDutyTeamAsync(new SetDutyTeamRequest { RequestId = HubRequest.NewId(), AgencyId = "council", TeamId = Desk });
        return hub.Client("council", "council", "SW999006");
    }

    private static async Task<IReadOnlyList<Delivery>> Open(HubClient by, string team = Family.ChildrensTeam)
        => [.. (await by.Inbox.FetchRestrictedAsync(new FetchRestrictedRequest { TeamId = team })).Deliveries];

    private async Task<(string?, string?)> LastStep()
    {
        var to = (await hub.Decisions()).Events.Last(e => e.Event == "plan.changed").Recipients.Single();
        return (to.Step, to.HeardAt);
    }
}
