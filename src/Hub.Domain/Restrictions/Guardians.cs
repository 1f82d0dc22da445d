using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Teams;

namespace Hub.Domain.Restrictions;

/// <summary>Who answers for a restriction: the members of its guardian's team, and whoever manages a team of the author's agency, should the
/// guardian's be gone. Of an adoption it is the adoption role in the guardian's team and nobody else. Never anybody from whom it keeps something. Source: sharing rules, "a guardian who answers contact requests".</summary>
/// <param name="IsMember">Whether the calling practitioner holds a role in a team of its agency.</param>
/// <param name="Manages">Whether the calling practitioner manages a team of its agency.</param>
public sealed record Guardians(Func<TeamId, bool> IsMember, bool Manages)
{
    /// <summary>Whether the calling practitioner holds the adoption role in a team of its agency.</summary>
    public Func<TeamId, bool> HoldsAdoptionRole { get; init; } = _ => false;

    /// <summary>The restriction, if the caller answers for it; else null.</summary>
    public Restriction? Guarded(ImmutableArray<Restriction> placed, RestrictionId id, Caller caller)
        => placed.FirstOrDefault(r => r.Id == id && IsGuardian(placed, r, caller));

    /// <summary>Those that the caller answers for.</summary>
    public ImmutableArray<Restriction> Guarded(ImmutableArray<Restriction> placed, Caller caller) => [.. placed.Where(r => IsGuardian(placed, r, caller))];

    private bool IsGuardian(ImmutableArray<Restriction> placed, Restriction restriction, Caller caller)
        => restriction.Author == caller.Agency && caller.Practitioner is not null && !placed.Names(caller, caller.Agency)
            && (restriction.Terms.Ground == RestrictionGround.Adoption ? HoldsAdoptionRole(restriction.Terms.Guardian) : IsMember(restriction.Terms.Guardian) || Manages);
}
