using Hub.Alerts.V1;
using Hub.Children.V1;
using Hub.Circles.V1;
using Hub.Gateway.Tests.Stories.Adoptions;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Stories.Restrictions;
using Hub.Inbox.V1;
using Hub.Links.V1;
using Hub.Plans.V1;
using Hub.Restrictions.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>The council has sealed its child for an adoption, or has not. A school that holds the old number, and the trust that works with the birth
/// mother, go on as ever.</summary>
internal static class HiddenAdoption
{
    public static async Task<IReadOnlyList<string>> Play(RunningHub hub, bool isThere, bool leaks)
    {
        var story = await Adopted.At(hub);
        var family = story.Family;
        using var trust = new Observer(hub, "trust", "NMC-999002");
        using var school = new Observer(hub, "school", "DSL-999003");
        await trust.Listen(Family.AdultTeam);
        await trust.Hear(Family.AdultTeam);
        await school.Listen(Family.SchoolTeam);
        await story.BeginAnew();
        if (isThere)
        {
            // Kept from all but the adoption team by any other ground, nobody hears in the children's team's place: that the trust sees.
            var terms = Adopted.Terms();
            if (leaks)
            {
                terms.Ground = RestrictionGround.HighRisk;
                terms.GuardianTeamId = Family.ChildrensTeam;
                terms.TeamIds.Add(Family.ChildrensTeam);
                await family.Council.Teams.AssignRoleAsync(Facts.Assign(Family.ChildrensTeam, Hub.Teams.V1.Role.TeamManager, Adopted.Manager));
            }

            await Restricted.Place(leaks ? family.Council : story.First, family.Child, terms);
        }

        var raised = await trust.Ask<RaiseAlertResponse>("hub.alerts.v1.AlertsService/RaiseAlert", new RaiseAlertRequest
        {
            RequestId = trust.RequestId(),
            Person = family.Mother,
            Type = AlertType.RelapseEarlySign,
            Severity = Severity.Red,
            Elements = { People.Element("for the council", Category.SafetyPlanTriggers) },
        });
        await Progress();
        await Take();
        await Progress();
        await trust.Ask<ListLinksResponse>("hub.links.v1.LinksService/ListLinks", new ListLinksRequest { Person = family.Mother });
        await trust.Ask<GetPlanResponse>("hub.plans.v1.PlansService/GetPlan", new GetPlanRequest { Person = family.Mother, PlanId = family.MotherPlan });
        await trust.Ask<GetCircleResponse>("hub.circles.v1.CirclesService/GetCircle", new GetCircleRequest { Person = family.Mother });
        await trust.Hear(Family.AdultTeam);

        var old = (await school.Ask<RegisterChildResponse>(
            "hub.children.v1.ChildrenService/RegisterChild", new RegisterChildRequest { RequestId = school.RequestId(), Identity = People.Sam(NhsNumbers.From(1)) }))!.Child;
        var anew = (await school.Ask<RegisterChildResponse>(
            "hub.children.v1.ChildrenService/RegisterChild", new RegisterChildRequest { RequestId = school.RequestId(), Identity = Adopted.New() }))!.Child;
        foreach (var child in new[] { old, anew })
        {
            await school.Ask<GetChildResponse>("hub.children.v1.ChildrenService/GetChild", new GetChildRequest { Child = child });
            await school.Ask<GetCircleResponse>("hub.circles.v1.CirclesService/GetCircle", new GetCircleRequest { Person = child });
            await school.Ask<ListRestrictionsResponse>("hub.restrictions.v1.RestrictionsService/ListRestrictions", new ListRestrictionsRequest { Person = child });
            await school.Ask<RaiseAlertResponse>("hub.alerts.v1.AlertsService/RaiseAlert", new RaiseAlertRequest
            {
                RequestId = school.RequestId(),
                Person = child,
                Type = AlertType.AppointmentMissed,
                Severity = Severity.Amber,
            });
            var told = await school.Ask<RaiseConcernResponse>("hub.alerts.v1.AlertsService/RaiseConcern", new RaiseConcernRequest
            {
                RequestId = school.RequestId(),
                Person = child,
                Description = "At the gate.",
                Severity = Severity.Amber,
                PlaceAgencyId = "council",
            });
            await school.Ask<GetProgressResponse>("hub.alerts.v1.AlertsService/GetProgress", new GetProgressRequest { ConcernId = told!.ConcernId });
        }

        await school.Hear(Family.SchoolTeam);
        return [.. trust.Heard, .. school.Heard];

        Task Progress() => trust.Ask<GetProgressResponse>(
            "hub.alerts.v1.AlertsService/GetProgress", new GetProgressRequest { Person = family.Mother, UpdateId = raised!.UpdateId });

        // Whoever heard takes it, at whichever team.
        async Task Take()
        {
            foreach (var (client, team) in new[] { (family.Council, Family.ChildrensTeam), (story.First, Adopted.Team) })
            {
                foreach (var delivery in (await story.Hear(team)).Where(d => d.Type == "relapse.early-sign"))
                {
                    await Family.Say(client, team, delivery, Acknowledgement.Accepted);
                }
            }
        }
    }
}
