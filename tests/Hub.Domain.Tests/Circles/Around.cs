using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Circles;
using Hub.Domain.Identity;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Circles;

/// <summary>Circles around one child, as commands leave them: Riverside leads, Harbour and Meadow are others.</summary>
internal static class Around
{
    public static ImmutableArray<CircleMember> Nobody { get; } = [];

    public static TeamId Lead { get; } = Team(Cast.Riverside);

    public static ImmutableArray<CircleMember> Led { get; } = Nobody.After(new MemberAdded(Lead, Role.LeadSocialWorker), Cast.Riverside);

    public static CircleStanding Of(Sector? sector, bool isOfLead = false, bool hasOpenPlan = false) => new(sector, isOfLead, hasOpenPlan);

    public static TeamId Team(AgencyId agency, string name = "team") => TeamId.TryParse($"{agency}/{name}")!;

    public static AddMember Add(TeamId team, Role role) => new(team.ToString(), (int)role);

    public static EndMember End(TeamId team, Role role, string because = "") => new(team.ToString(), (int)role, because);

    public static Decided By(this AddMember command, AgencyId agency, ImmutableArray<CircleMember> circle, CircleStanding standing, PersonKind kind = PersonKind.Child)
        => command.Decide(kind, circle, Cast.CallerOf(agency), standing);

    public static Decided By(this EndMember command, AgencyId agency, ImmutableArray<CircleMember> circle, bool isOfLead = false)
        => command.Decide(circle, Cast.CallerOf(agency), isOfLead);

    public static ImmutableArray<CircleMember> After(this ImmutableArray<CircleMember> circle, IEvent change, AgencyId by)
        => CircleFold.Apply(circle, Cast.Happened(change, by));

    /// <summary>The circle of a lead and others, <paramref name="count"/> members in all.</summary>
    public static ImmutableArray<CircleMember> Of(int count)
        => Enumerable.Range(1, count - 1).Aggregate(Led, (circle, n) => circle.After(new MemberAdded(Team(Cast.Harbour, $"team-{n}"), Role.CareCoordinator), Cast.Riverside));
}
