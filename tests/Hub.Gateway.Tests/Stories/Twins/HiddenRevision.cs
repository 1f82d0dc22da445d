using Hub.Alerts.V1;
using Hub.Circles.V1;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Links.V1;
using Hub.Plans.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>The mother's plan is revised, between revisions that the children's team sees, by what it may not see.</summary>
internal static class HiddenRevision
{
    public static async Task<IReadOnlyList<string>> Play(RunningHub hub, bool isThere, bool leaks)
    {
        var family = await Family.At(hub);
        await (leaks ? family.Agree(Category.SubstanceUse) : family.Agree());
        await family.LinkUp();
        using var council = new Observer(hub, "council", "SW999001");
        await council.Listen(Family.ChildrensTeam);
        foreach (var seen in new[] { "first", "second", "third" })
        {
            var element = People.Element(seen, Category.HealthMental);
            await family.ReviseMother(isThere ? [element, People.Element("beside it", Category.SubstanceUse)] : [element]);
            await (seen == "second" ? Task.CompletedTask : council.Hear(Family.ChildrensTeam));
            if (isThere)
            {
                await family.ReviseMother(People.Element("hidden", Category.SubstanceUse), People.Element("own eyes", Category.Unspecified));
                await family.Change("hidden", e => new ElementOperation { ElementId = e, Remove = new RemoveElement() });
            }

            await council.Hear(Family.ChildrensTeam);
        }

        if (isThere)
        {
            await family.ReviseMother(People.Element("hidden", Category.SubstanceUse));
        }

        await council.Hear(Family.ChildrensTeam);
        await council.Ask<ListLinksResponse>("hub.links.v1.LinksService/ListLinks", new ListLinksRequest { Person = family.Child });
        await council.Ask<GetCircleResponse>("hub.circles.v1.CirclesService/GetCircle", new GetCircleRequest { Person = family.MotherAtCouncil });
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
    }
}
