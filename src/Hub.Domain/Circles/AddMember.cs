using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Domain.Teams;

namespace Hub.Domain.Circles;

/// <summary>Event <c>circle.member-added</c>.</summary>
/// <param name="Team">Is on the circle from now on.</param>
/// <param name="Role">In this role.</param>
public sealed record MemberAdded([property: JsonPropertyName("team")] TeamId Team, [property: JsonPropertyName("role")] Role Role) : IEvent;

/// <summary>Event <c>circle.member-proposed</c>.</summary>
/// <param name="Team">Waits for the lead's word.</param>
/// <param name="Role">In this role.</param>
public sealed record MemberProposed([property: JsonPropertyName("team")] TeamId Team, [property: JsonPropertyName("role")] Role Role) : IEvent;

/// <summary>What the register says of a caller who wants to change a circle.</summary>
/// <param name="TeamSector">Sector of the team that is named; null when there is no such team.</param>
/// <param name="IsOfLead">Whether the calling practitioner holds a role in the lead's team.</param>
/// <param name="HasOpenPlan">Whether the caller's agency has an open plan about the person.</param>
public sealed record CircleStanding(Sector? TeamSector, bool IsOfLead, bool HasOpenPlan)
{
    /// <summary>Which sector has which role, by the edition in force.</summary>
    public RoleSectors Sectors { get; init; } = RoleSectors.BuiltIn;
}

/// <summary>Puts a team on a person's circle. A member of the lead's team adds; while the circle is unled, an agency with an open plan makes
/// its own team the lead; anything else is a proposal, and is answered no differently, since whether there is a lead is not everybody's
/// to know. Never added by the agency that gains. Source: sharing rules, "Circle".</summary>
/// <param name="Team">Team as sent.</param>
/// <param name="Role">Number of the role.</param>
[GenerateSerializer, Immutable, Alias("hub.AddMember")]
public sealed record AddMember(
    [property: JsonPropertyName("team")][Id(0)] string Team,
    [property: JsonPropertyName("role")][Id(1)] int Role)
{
    /// <summary>Refuses a team or role that is none, a role that does not fit the team's sector; to the lead also a second lead and a
    /// member past the limit.</summary>
    public Decided Decide(PersonKind kind, ImmutableArray<CircleMember> circle, Caller caller, CircleStanding standing)
    {
        var broken = new FieldRules();
        var role = (Role)Role;
        var team = TeamId.TryParse(Team);
        broken.Must(team is not null && standing.TeamSector is not null, "team_id", "must be a team of this hub");
        broken.Must(Enum.IsDefined(role), "role", "must be a known role");
        broken.Must(
            !Enum.IsDefined(role) || standing.TeamSector is not { } sector || standing.Sectors.Fits(role, sector), "role", "is not a role of the team's sector");
        if (broken.Refusal is { } refusal || team is null)
        {
            return Decided.Refuse(broken.Refusal!);
        }

        return CircleRules.Decide(CircleRules.Adding, new Joining(team, role, kind, circle, caller, standing));
    }
}
