using Hub.Alerts.V1;
using Hub.Children.V1;
using Hub.Circles.V1;
using Hub.Gateway.Tests.Stories.Directed;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Links.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>A care coordinator notes something, is asked about the children's team, and decides not to share it; or there was nothing to note.</summary>
internal static class HiddenDecision
{
    public static async Task<IReadOnlyList<string>> Play(RunningHub hub, bool isThere, bool leaks)
    {
        var family = await Unagreed.At(hub);
        using var council = new Observer(hub, "council", "SW999001");
        await council.Listen(Family.ChildrensTeam);
        await Note();
        await council.Ask<ListLinksResponse>("hub.links.v1.LinksService/ListLinks", new ListLinksRequest { Person = family.Child });
        await council.Ask<GetCircleResponse>("hub.circles.v1.CirclesService/GetCircle", new GetCircleRequest { Person = family.MotherAtCouncil });
        await council.Ask<GetChildResponse>("hub.children.v1.ChildrenService/GetChild", new GetChildRequest { Child = family.Child });
        await Note();
        await council.Ask<RaiseAlertResponse>("hub.alerts.v1.AlertsService/RaiseAlert", new RaiseAlertRequest
        {
            RequestId = council.RequestId(),
            Person = family.Child,
            Type = AlertType.AppointmentMissed,
            Severity = Hub.Inbox.V1.Severity.Green,
        });
        await Family.EndLink(family.Trust, family.Mother);
        await council.Hear(Family.ChildrensTeam);
        return council.Heard;

        async Task Note()
        {
            if (isThere)
            {
                var item = await Unagreed.Ask(family);
                await (leaks ? family.Trust.Decisions.SendDirectedAsync(Unagreed.Send(item)).ResponseAsync : family.Trust.Decisions.DoNotSendAsync(Unagreed.Not(item)).ResponseAsync as Task);
            }

            await council.Hear(Family.ChildrensTeam);
        }
    }
}
