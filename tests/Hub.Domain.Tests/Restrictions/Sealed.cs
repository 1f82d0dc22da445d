using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Restrictions;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Restrictions;

/// <summary>Riverside's adoption team, what it seals and what it marks.</summary>
internal static class Sealed
{
    public static readonly TeamId Adoption = TeamId.TryParse("riverside/adoption")!;

    /// <summary>Of somebody who may do either.</summary>
    public static readonly RestrictionStanding Standing = Kept.OfOwn with
    {
        Adoption = new AdoptionStanding(HoldsRole: true, IsAround: true, team => team == Adoption || team == TeamId.TryParse("harbour/adoption")),
    };

    public static readonly PlaceRestriction Seal = Kept.Place(RestrictionGround.Adoption) with { Guardian = Adoption.ToString(), Admitted = [Adoption.ToString()] };

    public static readonly PlaceRestriction Mark = Seal with { Categories = [(int)Category.AdoptionAndOrigin] };

    public static ImmutableArray<Restriction> Of(string side)
    {
        var terms = Kept.Terms(RestrictionGround.Adoption) with { Guardian = Adoption, Admitted = [Adoption] };
        return side switch
        {
            "before" => [Kept.Of(terms)],
            "after" => [Kept.Of(terms with { Categories = CategorySet.Of(Category.AdoptionAndOrigin) })],
            "" => [],
            var other => throw new FormatException($"{other} is no side"),
        };
    }

    /// <summary>Whoever holds the adoption role there, and nobody else.</summary>
    public static Guardians Guardians(bool holds) => new(_ => true, Manages: true) { HoldsAdoptionRole = team => holds && team == Adoption };
}
