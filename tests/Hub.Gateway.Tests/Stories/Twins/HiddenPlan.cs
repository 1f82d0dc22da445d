using Hub.Gateway.Tests.Stories.Linked;
using Hub.Links.V1;
using Hub.Client.Calls;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>The council asks the trust's team to link a plan with that of the mother, whom the trust works with or has ceased to.</summary>
internal static class HiddenPlan
{
    public static async Task<IReadOnlyList<string>> Play(RunningHub hub, bool isThere, bool leaks)
    {
        var family = await Family.At(hub);
        await family.Agree();
        if (!isThere)
        {
            await family.EndMotherPlan();
        }

        using var council = new Observer(hub, "council", "SW999001");
        await council.Listen(Family.ChildrensTeam);
        await council.Ask<ProposeLinkResponse>("hub.links.v1.LinksService/ProposeLink", new ProposeLinkRequest
        {
            RequestId = council.RequestId(),
            Person = family.Child,
            PlanId = family.ChildPlan,
            TeamId = Family.ChildrensTeam,
            OtherPerson = family.MotherAtCouncil,
            OtherTeamId = Family.AdultTeam,
        });
        var asked = await Family.Hear(family.Trust, Family.AdultTeam, wait: 0);
        Assert.Equal(isThere, asked.Count > 0);
        if (leaks && isThere)
        {
            await family.Trust.Links.AcceptLinkAsync(new AcceptLinkRequest { RequestId = HubRequest.NewId(), Person = asked[0].Adult, LinkId = asked[0].LinkId, PlanId = family.MotherPlan });
        }

        await council.Hear(Family.ChildrensTeam);
        var links = await council.Ask<ListLinksResponse>("hub.links.v1.LinksService/ListLinks", new ListLinksRequest { Person = family.Child });
        await council.Ask<ListLinksResponse>("hub.links.v1.LinksService/ListLinks", new ListLinksRequest { Person = family.MotherAtCouncil });
        await council.Ask<EndLinkResponse>(
            "hub.links.v1.LinksService/EndLink",
            new EndLinkRequest { RequestId = council.RequestId(), Person = family.Child, LinkId = links!.Links[0].LinkId, Because = "Not needed." });
        await council.Hear(Family.ChildrensTeam);
        return council.Heard;
    }
}
