using Hub.Alerts.V1;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Alerts;

/// <summary>A practitioner alerts: the circle hears, and the team of a linked plan, each cut to what it may see.</summary>
public abstract class AlertsOfALinkedPlan(StoreKind kind) : IAsyncLifetime
{
    private RunningHub hub = null!;
    private Family family = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind);
        family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Theory]
    [InlineData(AlertType.Admission, "admission")]
    [InlineData(AlertType.Discharge, "discharge")]
    [InlineData(AlertType.AppointmentMissed, "appointment.missed")]
    [InlineData(AlertType.RelapseEarlySign, "relapse.early-sign")]
    [InlineData(AlertType.RelapseConfirmed, "relapse.confirmed")]
    [InlineData(AlertType.SafetyPlanTriggered, "safety-plan.triggered")]
    [InlineData(AlertType.PoliceDomesticAbuseAttended, "record.updated")]
    public async Task Reach_the_other_team_with_what_it_may_see(AlertType type, string told)
    {
        var raised = await family.Trust.Alerts.RaiseAlertAsync(Alert(
            type, Severity.Amber, People.Element("agreed", Category.HealthMental), People.Element("not agreed", Category.SexualHealth), People.Element("own eyes", Category.Unspecified)));
        Assert.Equal((3, 1), (raised.ElementIds.Count, raised.UncategorisedElementIds.Count));
        var heard = Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam));
        Assert.Equal((told, family.Child, Severity.Amber, "trust", "999 0202"), (heard.Type, heard.Child, heard.Severity, heard.HolderAgencyId, heard.HolderDutyNumber));
        Assert.Equal("agreed", Assert.Single(heard.Elements).Content.Text);
        Assert.Equal(TimeSpan.FromHours(4), (heard.AcknowledgeBy - heard.RecordedAt).ToTimeSpan());
        Assert.Equal(("", "", PlanType.Unspecified, false), (heard.ConcernId, heard.PlanId, heard.PlanType, heard.MoreExists));
        Assert.True((await family.Council.Inbox.AcknowledgeDeliveryAsync(Taking(heard))).IsFirst);
        Assert.False((await family.Council.Inbox.AcknowledgeDeliveryAsync(Taking(heard))).IsFirst);
    }

    [Fact]
    public async Task Name_their_plan_and_reach_only_teams_that_are_linked_with_it()
    {
        var alert = Alert(AlertType.RelapseEarlySign, Severity.Green);
        alert.PlanId = family.MotherPlan;
        await family.Trust.Alerts.RaiseAlertAsync(alert);
        Assert.NotEqual("", Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam)).PlanId);
        var other = await family.Trust.Plans.OpenPlanAsync(new OpenPlanRequest
        {
            RequestId = HubRequest.NewId(),
            Person = family.Mother,
            Plan = new PlanContent { Type = PlanType.Contingency },
        });
        alert = Alert(AlertType.RelapseEarlySign, Severity.Green);
        alert.PlanId = other.PlanId;
        await family.Trust.Alerts.RaiseAlertAsync(alert);
        Assert.Empty(await Family.Fetch(family.Council, Family.ChildrensTeam, wait: 0));
    }

    [Fact]
    public async Task Of_a_type_that_may_not_be_seen_make_no_delivery_where_nothing_else_may()
    {
        await family.Trust.Alerts.RaiseAlertAsync(Alert(AlertType.PoliceDomesticAbuseAttended, Severity.Red));
        await family.Trust.Alerts.RaiseAlertAsync(Alert(AlertType.Admission, Severity.Red));
        Assert.Equal("admission", Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam)).Type);
    }

    [Fact]
    public async Task Go_first_when_they_are_red_and_take_the_same_persons_earlier_ones_along_in_order()
    {
        var (sister, mothers) = await AnotherChildOfHers();
        await family.Trust.Alerts.RaiseAlertAsync(Alert(AlertType.Admission, Severity.Green, mothers));
        await family.Trust.Alerts.RaiseAlertAsync(Alert(AlertType.Admission, Severity.Green));
        await family.Trust.Alerts.RaiseAlertAsync(Alert(AlertType.AppointmentMissed, Severity.Blue, mothers));
        await family.Trust.Alerts.RaiseAlertAsync(Alert(AlertType.AppointmentMissed, Severity.Green));
        await family.Trust.Alerts.RaiseAlertAsync(Alert(AlertType.RelapseEarlySign, Severity.Red));
        var heard = await Family.Fetch(family.Council, Family.ChildrensTeam);
        Assert.Equal(
            [(family.Child, "admission"), (family.Child, "appointment.missed"), (family.Child, "relapse.early-sign"), (sister, "admission"), (sister, "appointment.missed")],
            heard.Select(d => (d.Child, d.Type)));
        Assert.Null(heard[^1].AcknowledgeBy);
    }

    [Fact]
    public async Task Sent_again_with_their_request_id_are_told_once()
    {
        var alert = Alert(AlertType.Admission, Severity.Amber, People.Element("agreed", Category.HealthMental));
        var first = await family.Trust.Alerts.RaiseAlertAsync(alert);
        Assert.Equal(first, await family.Trust.Alerts.RaiseAlertAsync(alert));
        Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam));
        alert.Severity = Severity.Red;
        Assert.Equal(HubReasons.RequestIdReused, (await Refused(alert)).Reason);
        Assert.Empty(await Family.Fetch(family.Council, Family.ChildrensTeam, wait: 0));
    }

    [Fact]
    public async Task Reach_the_own_circle_but_not_the_team_of_who_raised_them()
    {
        await family.Trust.Circles.AddCircleMemberAsync(Family.Member(family.Mother, Family.AdultTeam, Role.CareCoordinator));
        await family.Trust.Teams.OpenTeamAsync(Facts.Team("trust/ward"));
        await hub.Registrar.Agencies.RegisterPractitionerAsync(new() { RequestId = HubRequest.NewId(), AgencyId = "trust", PractitionerId = "NMC-999009" });
        await family.Trust.Teams.AssignRoleAsync(Facts.Assign("trust/ward", Role.TeamManager, "NMC-999009"));
        await family.Trust.Inbox.RegisterSubscriberAsync(new RegisterSubscriberRequest { RequestId = HubRequest.NewId(), TeamId = "trust/ward", Subscriber = Family.System });
        await family.Trust.Circles.AddCircleMemberAsync(Family.Member(family.Mother, "trust/ward", Role.TeamManager));
        await family.Trust.Alerts.RaiseAlertAsync(Alert(AlertType.Admission, Severity.Red, People.Element("own eyes", Category.Unspecified)));
        var heard = Assert.Single(await Family.Hear(family.Trust, "trust/ward"));
        Assert.Equal(("admission", family.Mother, "own eyes"), (heard.Type, heard.Adult, Assert.Single(heard.Elements).Content.Text));
        Assert.Empty(await Family.Fetch(family.Trust, Family.AdultTeam, wait: 0));
    }

    private async Task<HubRefusedException> Refused(RaiseAlertRequest alert)
        => await Assert.ThrowsAsync<HubRefusedException>(async () => await family.Trust.Alerts.RaiseAlertAsync(alert));

    /// <summary>A sister, by the council's reference, and another mother by the trust's: linked as the first two are.</summary>
    private async Task<(string Child, string Mother)> AnotherChildOfHers()
    {
        var sister = await family.Council.Register(People.Sam(NhsNumbers.From(40)));
        var plan = await family.Council.Plans.OpenPlanAsync(People.Protection(sister));
        var (atCouncil, atTrust) = (await Mother(family.Council), await Mother(family.Trust));
        var care = await family.Trust.Plans.OpenPlanAsync(new OpenPlanRequest
        {
            RequestId = HubRequest.NewId(),
            Person = atTrust,
            Plan = new PlanContent { Type = PlanType.AdultMentalHealthCare },
        });
        await family.Council.Links.ProposeLinkAsync(new Hub.Links.V1.ProposeLinkRequest
        {
            RequestId = HubRequest.NewId(),
            Person = sister,
            PlanId = plan.PlanId,
            TeamId = Family.ChildrensTeam,
            OtherPerson = atCouncil,
            OtherTeamId = Family.AdultTeam,
        });
        var asked = Assert.Single(await Family.Hear(family.Trust, Family.AdultTeam));
        await family.Trust.Links.AcceptLinkAsync(new Hub.Links.V1.AcceptLinkRequest { RequestId = HubRequest.NewId(), Person = atTrust, LinkId = asked.LinkId, PlanId = care.PlanId });
        await Family.Hear(family.Council, Family.ChildrensTeam, wait: 1);
        return (sister, atTrust);
    }

    private static async Task<string> Mother(Hub.Client.HubClient agency)
        => (await agency.Adults.RegisterAdultAsync(new() { RequestId = HubRequest.NewId(), Identity = People.Sam(NhsNumbers.From(41)) })).Adult;

    private RaiseAlertRequest Alert(AlertType type, Severity severity, params PlanElementContent[] elements) => Alert(type, severity, family.Mother, elements);

    private static RaiseAlertRequest Alert(AlertType type, Severity severity, string person, params PlanElementContent[] elements)
        => new() { RequestId = HubRequest.NewId(), Person = person, Type = type, Severity = severity, Elements = { elements } };

    private static AcknowledgeDeliveryRequest Taking(Delivery heard) => new()
    {
        RequestId = HubRequest.NewId(),
        TeamId = Family.ChildrensTeam,
        DeliveryId = heard.DeliveryId,
        Acknowledgement = Acknowledgement.Accepted,
    };
}

/// <summary>On the embedded store.</summary>
public sealed class AlertsOfALinkedPlanOnEmbedded() : AlertsOfALinkedPlan(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class AlertsOfALinkedPlanOnPostgres() : AlertsOfALinkedPlan(StoreKind.Postgres);
