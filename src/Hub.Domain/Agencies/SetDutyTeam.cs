using System.Text.Json.Serialization;

namespace Hub.Domain.Agencies;

/// <summary>Event <c>duty-team.set</c>.</summary>
/// <param name="Team">Hears of concerns at this agency's place from now on; as <c>agency/team</c>.</param>
public sealed record DutyTeamSet([property: JsonPropertyName("team")] string Team) : IEvent;

/// <summary>Names the agency's own team that hears of concerns. The agency itself, or the registrar.</summary>
/// <param name="Team">As <c>agency/team</c>.</param>
[GenerateSerializer, Immutable, Alias("hub.SetDutyTeam")]
public sealed record SetDutyTeam([property: JsonPropertyName("team")][Id(0)] string Team)
{
    /// <summary>Refuses an agency not admitted, and a team that is not open or not the agency's own.</summary>
    /// <param name="agency">The state.</param>
    /// <param name="isOwn">Whether the team is open and the agency's own.</param>
    public Decided Decide(Agency agency, bool isOwn)
        => agency.Profile is null ? Decided.Refuse(RefusalReason.StateConflict, "agency_id", "the agency is not admitted")
            : !isOwn ? Decided.Refuse(RefusalReason.InvalidField, "team_id", "must be an open team of the agency")
            : agency.DutyTeam == Team ? Decided.Nothing
            : Decided.Commit(new DutyTeamSet(Team));
}
