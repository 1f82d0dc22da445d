using Hub.Alerts.V1;
using Hub.Circles.V1;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Stories.Restrictions;
using Hub.Inbox.V1;
using Hub.Links.V1;
using Hub.Plans.V1;
using Hub.Restrictions.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>The council keeps its child's record from one of its own workers, or from nobody. The trust's care coordinator, who works with the
/// mother, goes on as ever.</summary>
internal static class HiddenRestriction
{
    public static async Task<IReadOnlyList<string>> Play(RunningHub hub, bool isThere, bool leaks)
    {
        var (family, _, manager) = await Restricted.At(hub);
        using var trust = new Observer(hub, "trust", "NMC-999002");
        await trust.Listen(Family.AdultTeam);
        await trust.Hear(Family.AdultTeam);
        if (isThere)
        {
            var terms = Restricted.Conflict(Restricted.Kin);
            if (leaks)
            {
                terms = Restricted.Terms(RestrictionGround.CourtDirection);
                terms.TeamIds.Add(Family.AdultTeam);
            }

            await Restricted.Place(family.Council, family.Child, terms);
        }

        await family.ReviseChild(People.Element("for the trust", Category.HealthMental));
        await trust.Hear(Family.AdultTeam);
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
        await trust.Ask<GetCircleResponse>("hub.circles.v1.CirclesService/GetCircle", new GetCircleRequest { Person = family.Mother });
        await trust.Ask<ListRestrictionsResponse>("hub.restrictions.v1.RestrictionsService/ListRestrictions", new ListRestrictionsRequest { Person = family.Mother });
        await trust.Ask<FetchRestrictedResponse>("hub.inbox.v1.InboxService/FetchRestricted", new FetchRestrictedRequest { TeamId = Family.AdultTeam });
        return trust.Heard;

        Task Progress() => trust.Ask<GetProgressResponse>(
            "hub.alerts.v1.AlertsService/GetProgress", new GetProgressRequest { Person = family.Mother, UpdateId = raised!.UpdateId });

        // By whichever door, the manager takes it.
        async Task Take()
        {
            var heard = isThere && !leaks ? [] : await Family.Fetch(family.Council, Family.ChildrensTeam, wait: 0);
            IReadOnlyList<Delivery> opened = [.. (await manager.Inbox.FetchRestrictedAsync(new FetchRestrictedRequest { TeamId = Family.ChildrensTeam })).Deliveries];
            foreach (var delivery in heard.Concat(opened).Where(d => d.Type == "relapse.early-sign"))
            {
                await Family.Say(manager, Family.ChildrensTeam, delivery, Acknowledgement.Accepted);
            }
        }
    }
}
