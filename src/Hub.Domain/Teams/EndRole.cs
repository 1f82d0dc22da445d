using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Teams;

/// <summary>Event <c>role.ended</c>.</summary>
/// <param name="Practitioner">Holds the role no more.</param>
/// <param name="Role">The role.</param>
/// <param name="Because">In the words of who ended it; may be empty.</param>
public sealed record RoleEnded(
    [property: JsonPropertyName("practitioner")] PractitionerId Practitioner,
    [property: JsonPropertyName("role")] Role Role,
    [property: JsonPropertyName("because")] string Because) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(RoleEnded);
}

/// <summary>Ends a practitioner's role in a team. The agency itself.</summary>
/// <param name="Practitioner">Register or staff number.</param>
/// <param name="Role">Number of the role.</param>
/// <param name="Because">In the words of who ends it, at most 4 KiB; may be empty.</param>
[GenerateSerializer, Immutable, Alias("hub.EndRole")]
public sealed record EndRole(
    [property: JsonPropertyName("practitioner")][Id(0)] string Practitioner,
    [property: JsonPropertyName("role")][Id(1)] int Role,
    [property: JsonPropertyName("because")][Id(2)] string Because)
{
    /// <summary>Refuses a team not opened, a malformed number, an unknown role, long words, and a role that the practitioner does not hold.</summary>
    public Decided Decide(Team team)
    {
        if (team.Profile is null)
        {
            return Decided.Refuse(RefusalReason.StateConflict, "team_id", "the team is not opened");
        }

        var broken = new FieldRules();
        var practitioner = broken.Practitioner(Practitioner);
        var role = broken.Role(Role);
        broken.Text("because", Because, FieldRules.MaxBecause);
        return broken.Refusal is { } refusal ? Decided.Refuse(refusal)
            : team.Holds(practitioner!, role!.Value) ? Decided.Commit(new RoleEnded(practitioner!, role.Value, Because))
            : Decided.Refuse(RefusalReason.StateConflict, "practitioner_id", "does not hold this role in the team");
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(EndRole);
}
