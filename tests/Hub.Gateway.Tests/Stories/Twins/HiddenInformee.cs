using Hub.Alerts.V1;
using Hub.Circles.V1;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Gateway.Tests.Stories.SafetyPlans;
using Hub.Inbox.V1;
using Hub.Relationships.V1;
using Hub.Safetyplans.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>The mother's own mother is told by the trust's safety plan, through a team of relatives' helpers; or nobody is. Council and school go on as ever:
/// one hears of the mother by a link, the other is on the child's circle. In the world that leaks the council's team carries the words.</summary>
internal static class HiddenInformee
{
    public static async Task<IReadOnlyList<string>> Play(RunningHub hub, bool isThere, bool leaks)
    {
        var family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
        await family.Council.Circles.AddCircleMemberAsync(Family.Member(family.Child, Family.SchoolTeam, Role.DesignatedSafeguardingLead));
        using var kinship = await Grandmother.Kinship(hub);
        using var council = new Observer(hub, "council", "SW999001");
        using var school = new Observer(hub, "school", "DSL-999003");
        await council.Listen(Family.ChildrensTeam);
        await school.Listen(Family.SchoolTeam);
        await Hear();
        var grandmother = await Grandmother.Of(family, leaks ? Family.ChildrensTeam : Grandmother.KinTeam);
        if (isThere)
        {
            await grandmother.Agree();
        }

        await Sign();
        if (isThere)
        {
            foreach (var told in await Family.Hear(kinship, Grandmother.KinTeam, wait: 0))
            {
                await Family.Say(kinship, Grandmother.KinTeam, told, Acknowledgement.Told);
            }

            await grandmother.Agree("Other words.");
            await grandmother.End();
        }

        await Sign();
        await council.Ask<ListInformeesResponse>("hub.safetyplans.v1.SafetyPlansService/ListInformees", new ListInformeesRequest { Person = family.MotherAtCouncil });
        await council.Ask<ListRelationshipsResponse>("hub.relationships.v1.RelationshipsService/ListRelationships", new ListRelationshipsRequest { Person = family.MotherAtCouncil });
        await council.Ask<GetCircleResponse>("hub.circles.v1.CirclesService/GetCircle", new GetCircleRequest { Person = family.MotherAtCouncil });
        await council.Ask<RaiseAlertResponse>("hub.alerts.v1.AlertsService/RaiseAlert", new RaiseAlertRequest
        {
            RequestId = council.RequestId(),
            Person = family.MotherAtCouncil,
            Type = AlertType.RelapseEarlySign,
            Severity = Severity.Green,
        });
        await Hear();
        return [.. council.Heard, .. school.Heard];

        async Task Sign()
        {
            await grandmother.Sign();
            await Hear();
        }

        async Task Hear()
        {
            await council.Hear(Family.ChildrensTeam);
            await school.Hear(Family.SchoolTeam);
        }
    }
}
