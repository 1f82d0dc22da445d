using System.Collections.Immutable;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Alerts;

/// <summary>A team that hears of a concern.</summary>
/// <param name="Team">The team.</param>
/// <param name="Route">By the place, or by the circle that it leads.</param>
/// <param name="KnowsPerson">Whether it is filed under the person found, and not under the concern alone.</param>
public sealed record ConcernHearer(TeamId Team, Route Route, bool KnowsPerson);

/// <summary>Who hears of a concern. Source: sharing rules, "Telling": the hub routes, the sender cannot tell to whom.</summary>
public static class ConcernHearers
{
    /// <summary>The place's duty team always hears, or, where the authority has named none, each of its teams with a manager; beside them the
    /// team that leads the circle of the person found. Each once: a team that is both hears as the place's, under the person.</summary>
    /// <param name="duty">The duty team of the place's authority.</param>
    /// <param name="managed">The authority's open teams in which somebody is duty manager or team manager.</param>
    /// <param name="lead">The team that leads the circle.</param>
    public static ImmutableArray<ConcernHearer> Of(TeamId? duty, IEnumerable<TeamId> managed, TeamId? lead)
    {
        var place = (duty is null ? managed : [duty]).Select(t => new ConcernHearer(t, Route.Place, t == lead)).ToList();
        return lead is null || place.Exists(h => h.Team == lead) ? [.. place] : [.. place, new ConcernHearer(lead, Route.Circle, KnowsPerson: true)];
    }

    /// <summary>Whether somebody in the team answers for what no other team has taken.</summary>
    public static bool IsManaged(Team team) => team.Holders.Any(h => h.Role is Role.DutyManager or Role.TeamManager);
}
