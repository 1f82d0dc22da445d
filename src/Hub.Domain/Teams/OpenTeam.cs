using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Teams;

/// <summary>What every agency may know of a team.</summary>
/// <param name="Name">Name of the team.</param>
/// <param name="DutyNumber">Telephone number of its duty desk.</param>
[GenerateSerializer, Immutable, Alias("hub.TeamProfile")]
public sealed record TeamProfile(
    [property: JsonPropertyName("name")][Id(0)] string Name,
    [property: JsonPropertyName("duty_number")][Id(1)] string DutyNumber);

/// <summary>Event <c>team.opened</c>: opened, or its profile corrected.</summary>
/// <param name="Profile">Its profile from now on.</param>
public sealed record TeamOpened([property: JsonPropertyName("profile")] TeamProfile Profile) : IEvent;

/// <summary>Opens a team of an agency or corrects its profile. The agency itself, or the registrar.</summary>
/// <param name="Name">Name of the team.</param>
/// <param name="DutyNumber">Telephone number.</param>
[GenerateSerializer, Immutable, Alias("hub.OpenTeam")]
public sealed record OpenTeam(
    [property: JsonPropertyName("name")][Id(0)] string Name,
    [property: JsonPropertyName("duty_number")][Id(1)] string DutyNumber)
{
    /// <summary>Refuses an agency not admitted (its profile is null), and name and number as <see cref="AdmitAgency"/> does.</summary>
    public Decided Decide(Team team, AgencyProfile? agency)
    {
        if (agency is null)
        {
            return Decided.Refuse(RefusalReason.StateConflict, "team_id", "the agency is not admitted");
        }

        var broken = new FieldRules();
        var profile = new TeamProfile(broken.Name(Name), broken.DutyNumber(DutyNumber));
        return broken.Refusal is { } refusal ? Decided.Refuse(refusal)
            : team.Profile == profile ? Decided.Nothing
            : Decided.Commit(new TeamOpened(profile));
    }
}
