using Hub.Domain.Agencies;
using Hub.Domain.Alerts;
using Hub.Domain.Teams;

namespace Hub.Silo.Register;

/// <summary>Which teams answer for an agency as a whole. Looked up, never awaited.</summary>
internal sealed class DutyTeams(AgencyRegister agencies, TeamRegister teams)
{
    /// <summary>The duty team that it has named, if that is open; else null.</summary>
    public TeamId? Of(AgencyId agency) => agencies.Of(agency)?.DutyTeam is { } team && teams.Of(team) is not null ? team : null;

    /// <summary>Its teams with a manager, for where it has none.</summary>
    public IEnumerable<TeamId> Managed(AgencyId agency) => teams.OfAgency(agency).Where(t => ConcernHearers.IsManaged(t.Team)).Select(t => t.Id);
}
