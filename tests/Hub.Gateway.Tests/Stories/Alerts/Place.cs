using Hub.Agencies.V1;
using Hub.Alerts.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Alerts;

/// <summary>A council with a duty desk, and a school elsewhere that is on no circle and party to no agreement.</summary>
internal sealed class Place
{
    public const string Desk = "council/duty-desk";
    public const string Team = "council/cp-team";
    public const string DeskNumber = "999 0144";

    private int seen;

    public RunningHub Hub { get; private init; } = null!;

    public HubClient Council { get; private init; } = null!;

    public HubClient School { get; private init; } = null!;

    public static async Task<Place> At(RunningHub hub)
    {
        var place = new Place
        {
            Hub = hub,
            Council = await hub.Agency("council"),
            School = await hub.Agency("school", Sector.Education, "DSL-999003", "999 0303"),
        };
        await place.Open(Desk, Role.DutyManager, DeskNumber);
        await place.Open(Team, Role.LeadSocialWorker);
        return place;
    }

    public async Task Open(string team, Role role, string number = "999 0155")
    {
        var opening = Facts.Team(team);
        opening.DutyNumber = number;
        await Council.Teams.OpenTeamAsync(opening);
        await Council.Teams.AssignRoleAsync(Facts.Assign(team, role));
        await Council.Inbox.RegisterSubscriberAsync(new RegisterSubscriberRequest { RequestId = HubRequest.NewId(), TeamId = team, Subscriber = Family.System });
    }

    public async Task NameDesk() => await Council.Agencies.SetDutyTeamAsync(Naming(Desk));

    public static SetDutyTeamRequest Naming(string team) => new() { RequestId = HubRequest.NewId(), AgencyId = "council", TeamId = team };

    /// <summary>A child whom the council works with and whose circle its team leads, by the council's reference.</summary>
    public async Task<string> Known(string number)
    {
        var child = await Council.Register(People.Sam(number));
        await Council.Plans.OpenPlanAsync(People.Protection(child));
        await Council.Circles.AddCircleMemberAsync(Family.Member(child, Team, Role.LeadSocialWorker));
        return child;
    }

    public async Task<IReadOnlyList<Delivery>> Hear(string team) => await Family.Hear(Council, team, wait: 0);

    /// <summary>As long as any other, so that answers can be compared.</summary>
    public RaiseConcernRequest Concern(string number = "", string person = "") => new()
    {
        RequestId = $"concern-{++seen:00}",
        Person = person,
        Identity = number.Length == 0 ? null : People.Sam(number),
        Description = "Sam, about seven, at the school gate.",
        Severity = Severity.Red,
        Elements = { People.Element("A burn on the left hand.", Category.HealthPhysical), People.Element("Says nothing.", Category.Unspecified) },
        PlaceAgencyId = "council",
    };
}
