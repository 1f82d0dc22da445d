using System.Collections.Immutable;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Alerts;

/// <summary>A team that hears of a concern.</summary>
/// <param name="Team">The team.</param>
/// <param name="Route">By the place, by the circle that it leads, or by an adoption.</param>
/// <param name="KnowsPerson">Whether it is filed under the person found, and not under the concern alone.</param>
public sealed record ConcernHearer(TeamId Team, Route Route, bool KnowsPerson);

/// <summary>One rule: teams that hear of it.</summary>
internal delegate IEnumerable<ConcernHearer> HearerRule(TeamId? duty, IEnumerable<TeamId> managed, TeamId? lead, ImmutableArray<TeamId> adoption);

/// <summary>Who hears of a concern. Source: sharing rules, "Telling": the hub routes, the sender cannot tell to whom.</summary>
public static class ConcernHearers
{
    /// <summary>All of them together; a row of who-hears-of-a-concern.md fails without each.</summary>
    internal static IReadOnlyList<HearerRule> Rules { get; } = [DutyTeamOfThePlace, ManagedTeamsWhereNoneIsNamed, TeamThatLeadsTheCircle, AdoptionRole];

    /// <summary>The place's duty team always hears, or, where the authority has named none, each of its teams with a manager; beside them the
    /// team that leads the circle of the person found, and the adoption role where it has a part. Each once: a team that is both hears as the place's,
    /// under the person.</summary>
    /// <param name="duty">The duty team of the place's authority.</param>
    /// <param name="managed">The authority's open teams in which somebody is duty manager or team manager.</param>
    /// <param name="lead">The team that leads the circle.</param>
    /// <param name="adoption">Adoption teams of a child who is or was being adopted.</param>
    public static ImmutableArray<ConcernHearer> Of(TeamId? duty, IEnumerable<TeamId> managed, TeamId? lead, ImmutableArray<TeamId> adoption)
        => Of(Rules, duty, managed, lead, adoption);

    /// <summary>The same by other rules than all: so that it can be shown what each is for.</summary>
    internal static ImmutableArray<ConcernHearer> Of(
        IReadOnlyList<HearerRule> rules, TeamId? duty, IEnumerable<TeamId> managed, TeamId? lead, ImmutableArray<TeamId> adoption)
        => [.. rules.SelectMany(rule => rule(duty, managed, lead, adoption)).DistinctBy(h => h.Team)];

    /// <summary>Whether somebody in the team answers for what no other team has taken.</summary>
    public static bool IsManaged(Team team) => team.Holders.Any(h => h.Role is Role.DutyManager or Role.TeamManager);

    private static IEnumerable<ConcernHearer> DutyTeamOfThePlace(TeamId? duty, IEnumerable<TeamId> managed, TeamId? lead, ImmutableArray<TeamId> adoption)
        => duty is null ? [] : [new ConcernHearer(duty, Route.Place, duty == lead || adoption.Contains(duty))];

    private static IEnumerable<ConcernHearer> ManagedTeamsWhereNoneIsNamed(TeamId? duty, IEnumerable<TeamId> managed, TeamId? lead, ImmutableArray<TeamId> adoption)
        => duty is null ? managed.Select(t => new ConcernHearer(t, Route.Place, t == lead || adoption.Contains(t))) : [];

    private static IEnumerable<ConcernHearer> TeamThatLeadsTheCircle(TeamId? duty, IEnumerable<TeamId> managed, TeamId? lead, ImmutableArray<TeamId> adoption)
        => lead is null ? [] : [new ConcernHearer(lead, Route.Circle, KnowsPerson: true)];

    private static IEnumerable<ConcernHearer> AdoptionRole(TeamId? duty, IEnumerable<TeamId> managed, TeamId? lead, ImmutableArray<TeamId> adoption)
        => adoption.Select(t => new ConcernHearer(t, Route.Adoption, KnowsPerson: true));
}
