using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Teams;

namespace Hub.Domain.Restrictions;

/// <summary>Who hears of a child whose identity an adoption seals. The hub keeps no pair of before and after: each is a person of its own. Source:
/// sharing rules, "Adoption seals identity".</summary>
public static class Adoption
{
    /// <summary>The adoption team that hears in place of another team of the placing authority; null where nothing is sealed from that team. Source:
    /// scenario "Siblings in different placements", "for the adopted child only the adoption role hears".</summary>
    public static TeamId? HearsInPlaceOf(this ImmutableArray<Restriction> placed, TeamId team)
    {
        foreach (var restriction in placed)
        {
            if (restriction.Terms.IsSeal && restriction.Author == team.Agency && !restriction.Terms.Admitted.Contains(team))
            {
                return restriction.Terms.Guardian;
            }
        }

        return null;
    }

    /// <summary>Adoption teams that hear of what somebody told of the child: of the before everything, of the after what is a threat. Source: "A threat
    /// learned on one side goes to that role with a red clock".</summary>
    public static ImmutableArray<TeamId> HearOfWhatIsTold(this ImmutableArray<Restriction> placed, bool isThreat)
        => placed.IsEmpty ? [] : [.. placed.Where(r => r.Terms.IsSeal || (r.Terms.MarksOrigin && isThreat)).Select(r => r.Terms.Guardian).Distinct()];

    /// <summary>Whether what tells of the before is kept from people of an agency: they hold a role in no admitted team. What an agency holds itself is
    /// kept from its own people by that agency alone. Source: "no ... birth-family fact of the before is reachable from the after".</summary>
    public static bool KeepsOrigin(this ImmutableArray<Restriction> placed, AgencyId holder, AgencyId agency, IReadOnlyCollection<TeamId> teams)
        => placed.Any(r => r.Terms.MarksOrigin && (agency != holder || r.Author == holder) && !teams.Any(r.Terms.Admitted.Contains));
}

/// <summary>What registers and circle say of who would seal a child, or mark one.</summary>
/// <param name="HoldsRole">Whether the calling practitioner holds the adoption role in a team of its agency.</param>
/// <param name="IsAround">Whether the agency has an open plan, or a team on the circle.</param>
/// <param name="IsTeam">Whether somebody holds the adoption role in a team.</param>
public sealed record AdoptionStanding(bool HoldsRole, bool IsAround, Func<TeamId, bool> IsTeam)
{
    /// <summary>Nobody's.</summary>
    public static AdoptionStanding None { get; } = new(HoldsRole: false, IsAround: false, _ => false);

    /// <summary>The before is sealed by the authority that leads: it places the child. The after is marked by whoever works with it.</summary>
    public bool MayPlace(AgencyId agency, AgencyId? leads, bool isAfter) => HoldsRole && (isAfter ? IsAround : leads == agency);
}
