using Hub.Agencies.V1;
using Hub.Alerts.V1;
using Hub.Children.V1;
using Hub.Circles.V1;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Links.V1;
using Hub.Plans.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>A clinic tells the hub of a child whom the council works with, or whom nobody has heard of, and asks all that it can ask.</summary>
internal static class HiddenChild
{
    private const string Team = "clinic/nurses";

    public static async Task<IReadOnlyList<string>> Play(RunningHub hub, bool isThere, bool leaks)
    {
        var council = await hub.Agency("council");
        var clinic = await hub.Agency("clinic", Sector.Hospital, "NMC999002", "999 0177");
        await clinic.Teams.OpenTeamAsync(Facts.Team(Team));
        await clinic.Teams.AssignRoleAsync(Facts.Assign(Team, Role.NamedNurse, "NMC999002"));
        await council.Teams.OpenTeamAsync(Facts.Team(Family.ChildrensTeam));
        await council.Teams.AssignRoleAsync(Facts.Assign(Family.ChildrensTeam, Role.LeadSocialWorker));
        var agreement = Facts.Agreement("clinic");
        await council.Agreements.ProposeAgreementAsync(agreement);
        await clinic.Agreements.SignAgreementAsync(
            Facts.Sign((await clinic.Agreements.ListAgreementsAsync(new Hub.Agreements.V1.ListAgreementsRequest())).Agreements[0].AgreementId));

        // In both worlds the council works with a child; in one of them it is the one that the clinic tells of.
        var child = await council.Register(People.Sam(isThere ? People.Number : NhsNumbers.From(50)));
        await council.Circles.AddCircleMemberAsync(Family.Member(child, Family.ChildrensTeam, Role.LeadSocialWorker));
        var plan = await council.Plans.OpenPlanAsync(People.Protection(child, People.Element("not for the clinic")));
        await council.Circles.AddCircleMemberAsync(Family.Member(child, Family.ChildrensTeam, Role.LeadSocialWorker));
        if (leaks && isThere)
        {
            await council.Circles.AddCircleMemberAsync(Family.Member(child, Team, Role.NamedNurse));
        }

        using var nurse = new Observer(hub, "clinic", "NMC999002");
        await nurse.Listen(Team);
        var registered = await nurse.Ask<RegisterChildResponse>(
            "hub.children.v1.ChildrenService/RegisterChild", new RegisterChildRequest { RequestId = nurse.RequestId(), Identity = People.Sam() });
        var own = registered!.Child;
        await council.Plans.RevisePlanAsync(new RevisePlanRequest
        {
            RequestId = "council-1",
            Person = child,
            PlanId = plan.PlanId,
            Etag = plan.Etag,
            Operations = { new ElementOperation { Add = People.Element("nor this") } },
        });
        await nurse.Ask<GetChildResponse>("hub.children.v1.ChildrenService/GetChild", new GetChildRequest { Child = own });
        await nurse.Ask<GetPlanResponse>("hub.plans.v1.PlansService/GetPlan", new GetPlanRequest { Person = own, PlanId = plan.PlanId });
        await nurse.Ask<GetCircleResponse>("hub.circles.v1.CirclesService/GetCircle", new GetCircleRequest { Person = own });
        await nurse.Ask<ListLinksResponse>("hub.links.v1.LinksService/ListLinks", new ListLinksRequest { Person = own });
        await AsksToBeRungBack.Ask(nurse, "clinic", own, Team);
        await nurse.Ask<AddCircleMemberResponse>(
            "hub.circles.v1.CirclesService/AddCircleMember",
            new AddCircleMemberRequest { RequestId = nurse.RequestId(), Person = own, TeamId = Team, Role = Role.NamedNurse });
        var raised = await nurse.Ask<RaiseAlertResponse>("hub.alerts.v1.AlertsService/RaiseAlert", new RaiseAlertRequest
        {
            RequestId = nurse.RequestId(),
            Person = own,
            Type = AlertType.AppointmentMissed,
            Severity = Severity.Amber,
            Elements = { People.Element("Was not brought.", Category.HealthPhysical) },
        });
        await nurse.Ask<GetProgressResponse>("hub.alerts.v1.AlertsService/GetProgress", new GetProgressRequest { Person = own, UpdateId = raised!.UpdateId });
        await nurse.Hear(Team);
        return nurse.Heard;
    }
}
