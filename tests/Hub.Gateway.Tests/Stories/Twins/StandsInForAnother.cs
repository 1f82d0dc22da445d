using Hub.Children.V1;
using Hub.Circles.V1;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Stories.Restrictions;
using Hub.Inbox.V1;
using Hub.Links.V1;
using Hub.Plans.V1;
using Hub.Restrictions.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>A child's record is kept from somebody of the council for whom a worker of the team that leads acts. The worker asks all that she can ask
/// while the team works with the child, or does nothing. In the world that leaks she acts for somebody else.</summary>
internal static class StandsInForAnother
{
    public static async Task<IReadOnlyList<string>> Play(RunningHub hub, bool isThere, bool leaks)
    {
        var (family, _, manager) = await Restricted.At(hub);
        await Restricted.Register(hub, "council", Cover.Away);
        await Restricted.Register(hub, "council", Cover.Elsewhere);
        using var kin = new Observer(hub, "council", Restricted.Kin);
        await kin.Listen(Family.ChildrensTeam);
        await kin.Hear(Family.ChildrensTeam);
        await Restricted.Place(family.Council, family.Child, Restricted.Conflict(Cover.Away));
        await kin.Hear(Family.ChildrensTeam);
        await Cover.Record(manager, leaks ? Cover.Elsewhere : Cover.Away, Restricted.Kin);
        await Ask();
        await Work(async () => await family.ReviseMother(People.Element("first", Category.HealthMental)));
        await Work(async () => await family.ReviseChild(People.Element("own", Category.PlanContent)));
        await Work(async () =>
        {
            foreach (var delivery in (await manager.Inbox.FetchRestrictedAsync(new FetchRestrictedRequest { TeamId = Family.ChildrensTeam })).Deliveries.Where(d => d.Elements.Count > 0))
            {
                await Family.Say(manager, Family.ChildrensTeam, delivery, Acknowledgement.Accepted);
            }
        });
        return kin.Heard;

        async Task Work(Func<Task> work)
        {
            await (isThere ? work() : Task.CompletedTask);
            await Ask();
        }

        async Task Ask()
        {
            await kin.Hear(Family.ChildrensTeam);
            await kin.Ask<FetchRestrictedResponse>("hub.inbox.v1.InboxService/FetchRestricted", new FetchRestrictedRequest { TeamId = Family.ChildrensTeam });
            await kin.Ask<GetChildResponse>("hub.children.v1.ChildrenService/GetChild", new GetChildRequest { Child = family.Child });
            await kin.Ask<GetPlanResponse>("hub.plans.v1.PlansService/GetPlan", new GetPlanRequest { Person = family.Child, PlanId = family.ChildPlan });
            await kin.Ask<ListPlanRevisionsResponse>("hub.plans.v1.PlansService/ListPlanRevisions", new ListPlanRevisionsRequest { Person = family.Child, PlanId = family.ChildPlan });
            await kin.Ask<GetCircleResponse>("hub.circles.v1.CirclesService/GetCircle", new GetCircleRequest { Person = family.Child });
            await kin.Ask<ListLinksResponse>("hub.links.v1.LinksService/ListLinks", new ListLinksRequest { Person = family.Child });
            await kin.Ask<ListRestrictionsResponse>("hub.restrictions.v1.RestrictionsService/ListRestrictions", new ListRestrictionsRequest { Person = family.Child });
        }
    }
}
