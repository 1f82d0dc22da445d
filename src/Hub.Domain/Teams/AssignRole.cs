using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Teams;

/// <summary>Event <c>role.assigned</c>.</summary>
/// <param name="Practitioner">Holds the role from now on.</param>
/// <param name="Role">The role.</param>
public sealed record RoleAssigned(
    [property: JsonPropertyName("practitioner")] PractitionerId Practitioner,
    [property: JsonPropertyName("role")] Role Role) : IEvent;

/// <summary>Gives a practitioner of the team's agency a role in the team. The agency itself.</summary>
/// <param name="Practitioner">Register or staff number.</param>
/// <param name="Role">Number of the role.</param>
[GenerateSerializer, Immutable, Alias("hub.AssignRole")]
public sealed record AssignRole(
    [property: JsonPropertyName("practitioner")][Id(0)] string Practitioner,
    [property: JsonPropertyName("role")][Id(1)] int Role)
{
    /// <summary>Refuses a team not opened, somebody who is no practitioner of the agency, an unknown role, one that does not fit the
    /// agency's sector by the edition in force, and a holder past the limit.</summary>
    public Decided Decide(Team team, Sector sector, Func<PractitionerId, bool> isRegistered, RoleSectors sectors)
    {
        if (team.Profile is null)
        {
            return Decided.Refuse(RefusalReason.StateConflict, "team_id", "the team is not opened");
        }

        var broken = new FieldRules();
        var practitioner = broken.Practitioner(Practitioner);
        broken.Must(practitioner is null || isRegistered(practitioner), "practitioner_id", "must be a registered practitioner of the agency");
        if (broken.Role(Role) is { } known)
        {
            broken.Must(sectors.Fits(known, sector), "role", "is not a role of the agency's sector");
        }

        return broken.Refusal is { } refusal ? Decided.Refuse(refusal)
            : team.Holds(practitioner!, (Role)Role) ? Decided.Nothing
            : team.Holders.Length >= Team.MaxHolders
                ? Decided.Refuse(RefusalReason.TooLarge, "team_id", $"a team has at most {Team.MaxHolders} role holders")
            : Decided.Commit(new RoleAssigned(practitioner!, (Role)Role));
    }
}

/// <summary>Which holder a command means.</summary>
internal static class HolderRules
{
    public static PractitionerId? Practitioner(this FieldRules broken, string text)
    {
        var practitioner = PractitionerId.TryParse(text);
        broken.Must(practitioner is not null, "practitioner_id", "must be 2 to 32 characters of A-Z, 0-9 and hyphen");
        return practitioner;
    }

    public static Role? Role(this FieldRules broken, int number)
    {
        var isKnown = Enum.IsDefined((Role)number);
        broken.Must(isKnown, "role", "must be a known role");
        return isKnown ? (Role)number : null;
    }
}
