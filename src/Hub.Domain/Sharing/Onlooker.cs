using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Restrictions;
using Hub.Domain.Teams;

namespace Hub.Domain.Sharing;

/// <summary>Whoever would come to see elements: all who stand at the door of a team's machine, or one practitioner who reads.</summary>
/// <param name="Agency">Whose people they are.</param>
/// <param name="Team">The team; null for one who reads.</param>
/// <param name="Present">Every one of them, and everybody for whom one of them acts.</param>
/// <param name="Leads">Whether the team leads the person's circle.</param>
public sealed record Onlooker(AgencyId Agency, TeamId? Team, IReadOnlySet<PractitionerId> Present, bool Leads)
{
    /// <summary>A team: each present member of it sees what passes the door of its machine.</summary>
    public static Onlooker Door(TeamId team, TeamFacts? facts, bool leads, Acting acting)
        => new(team.Agency, team, facts is null ? ImmutableHashSet<PractitionerId>.Empty : acting.WithThose(team.Agency, facts.Members), leads);

    /// <summary>Those of a team from whom something is not kept: whoever may read it at the person's door.</summary>
    public Onlooker Without(KeptOut keptOut) => keptOut.IsEmpty ? this : this with { Present = Present.Where(p => !keptOut.Has(Agency, p)).ToImmutableHashSet() };

    /// <summary>One practitioner.</summary>
    public static Onlooker Reader(Caller caller) => new(caller.Agency, null, caller.Everybody.ToImmutableHashSet(), Leads: false);

    /// <summary>Whether a practitioner is among them.</summary>
    public bool Includes(StaffMember staff) => staff.Agency == Agency && Present.Contains(staff.Practitioner);
}
