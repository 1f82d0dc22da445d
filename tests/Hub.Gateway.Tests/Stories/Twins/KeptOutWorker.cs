using Hub.Alerts.V1;
using Hub.Children.V1;
using Hub.Circles.V1;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Stories.Restrictions;
using Hub.Inbox.V1;
using Hub.Links.V1;
using Hub.Plans.V1;
using Hub.Restrictions.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>A worker of the team that leads is kept out of a child's record, and asks all that she can ask at every step while the team works with
/// the child, or does nothing. She runs the team's system too.</summary>
internal static class KeptOutWorker
{
    public static async Task<IReadOnlyList<string>> Play(RunningHub hub, bool isThere, bool leaks)
    {
        var (family, _, manager) = await Restricted.At(hub);
        using var kin = new Observer(hub, "council", Restricted.Kin);
        await kin.Listen(Family.ChildrensTeam);
        await kin.Hear(Family.ChildrensTeam);
        await Restricted.Place(family.Council, family.Child, Restricted.Conflict(leaks ? Restricted.Manager : Restricted.Kin));
        await AskEverything(kin, family);
        await Work(async () => await family.ReviseMother(People.Element("first", Category.HealthMental)));
        await Work(async () => await family.ReviseChild(People.Element("own", Category.PlanContent)));
        await Work(async () =>
        {
            var seen = (await manager.Inbox.FetchRestrictedAsync(new FetchRestrictedRequest { TeamId = Family.ChildrensTeam })).Deliveries;
            foreach (var delivery in seen.Where(d => d.Elements.Count > 0))
            {
                await Family.Say(manager, Family.ChildrensTeam, delivery, Acknowledgement.Accepted);
            }
        });
        await Work(async () => await family.Trust.Alerts.RaiseAlertAsync(new RaiseAlertRequest
        {
            RequestId = "alert",
            Person = family.Mother,
            Type = AlertType.RelapseEarlySign,
            Severity = Severity.Red,
            Elements = { People.Element("not for her", Category.HealthMental) },
        }));
        return kin.Heard;

        async Task Work(Func<Task> work)
        {
            await (isThere ? work() : Task.CompletedTask);
            await AskEverything(kin, family);
        }
    }

    /// <summary>All that somebody of the team that leads can ask about the child, at each door.</summary>
    public static async Task AskEverything(Observer kin, Family family)
    {
        await kin.Hear(Family.ChildrensTeam);
        await kin.Ask<FetchRestrictedResponse>("hub.inbox.v1.InboxService/FetchRestricted", new FetchRestrictedRequest { TeamId = Family.ChildrensTeam });
        await kin.Ask<GetChildResponse>("hub.children.v1.ChildrenService/GetChild", new GetChildRequest { Child = family.Child });
        await kin.Ask<GetPlanResponse>("hub.plans.v1.PlansService/GetPlan", new GetPlanRequest { Person = family.Child, PlanId = family.ChildPlan });
        await kin.Ask<ListPlanRevisionsResponse>("hub.plans.v1.PlansService/ListPlanRevisions", new ListPlanRevisionsRequest { Person = family.Child, PlanId = family.ChildPlan });
        await kin.Ask<GetCircleResponse>("hub.circles.v1.CirclesService/GetCircle", new GetCircleRequest { Person = family.Child });
        await kin.Ask<ListLinksResponse>("hub.links.v1.LinksService/ListLinks", new ListLinksRequest { Person = family.Child });
        await AsksToBeRungBack.Ask(kin, "kin", family.Child, Family.ChildrensTeam);
        await kin.Ask<ListRestrictionsResponse>("hub.restrictions.v1.RestrictionsService/ListRestrictions", new ListRestrictionsRequest { Person = family.Child });
    }
}
