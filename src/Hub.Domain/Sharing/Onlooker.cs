using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Restrictions;
using Hub.Domain.Teams;

namespace Hub.Domain.Sharing;

/// <summary>Whoever would come to see elements: all who stand at the door of a team's machine, or one practitioner who reads.</summary>
/// <param name="Agency">Whose people they are.</param>
/// <param name="Team">The team; null for one who reads.</param>
/// <param name="Present">Every one of them.</param>
/// <param name="Leads">Whether the team leads the person's circle.</param>
public sealed record Onlooker(AgencyId Agency, TeamId? Team, IReadOnlySet<PractitionerId> Present, bool Leads)
{
    /// <summary>A team: each present member of it sees what passes the door of its machine.</summary>
    public static Onlooker Door(TeamId team, TeamFacts? facts, bool leads) => new(team.Agency, team, facts?.Members ?? ImmutableHashSet<PractitionerId>.Empty, leads);

    /// <summary>Those of a team from whom something is not kept: whoever may read it at the person's door.</summary>
    public Onlooker Without(KeptOut keptOut) => keptOut.IsEmpty ? this : this with { Present = Present.Where(p => !keptOut.Has(Agency, p)).ToImmutableHashSet() };

    /// <summary>One practitioner.</summary>
    public static Onlooker Reader(Caller caller)
        => new(caller.Agency, null, caller.Practitioner is { } by ? ImmutableHashSet.Create(by) : ImmutableHashSet<PractitionerId>.Empty, Leads: false);

    /// <summary>Whether a practitioner is among them.</summary>
    public bool Includes(StaffMember staff) => staff.Agency == Agency && Present.Contains(staff.Practitioner);
}
