using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Teams;

namespace Hub.Domain.Restrictions;

/// <summary>What restrictions keep, and from whom. Deny wins: one that says no is enough. Source: sharing rules, "Restrictions".</summary>
public static class Restraint
{
    /// <summary>Named people from whom all that <paramref name="holder"/> holds is kept. Source: "staff conflict (named people)".</summary>
    public static KeptOut KeptOut(this ImmutableArray<Restriction> placed, AgencyId holder)
        => placed.IsEmpty ? Restrictions.KeptOut.Nobody : Restrictions.KeptOut.Of(placed.Where(r => r.IsAbout(holder)).SelectMany(r => r.Terms.People));

    /// <summary>Whether only others are admitted: high profile, protected person, high risk, serious case review. Nobody shuts an agency out of what it
    /// holds itself but that agency: each is controller of what it contributes.</summary>
    public static bool AdmitsOnlyOthers(this ImmutableArray<Restriction> placed, AgencyId holder, TeamId team)
        => placed.Any(r => r.IsAbout(holder) && !r.Terms.Admitted.IsEmpty && !r.Terms.Admitted.Contains(team) && (team.Agency != holder || r.Author == holder));

    /// <summary>Whether a court has said that the team or its agency shall see nothing of it.</summary>
    public static bool DirectedByCourt(this ImmutableArray<Restriction> placed, AgencyId holder, TeamId team)
        => placed.Any(r => r.IsAbout(holder) && r.Terms.Categories.IsEmpty && IsNamedByCourt(r, team));

    /// <summary>Whether all of it is kept from the team, by one of these or the other. The team of the place that a concern names hears whoever it is.</summary>
    public static bool KeepsFrom(this ImmutableArray<Restriction> placed, AgencyId holder, TeamId team)
        => placed.AdmitsOnlyOthers(holder, team) || placed.DirectedByCourt(holder, team);

    /// <summary>What a court has said that the team or its agency shall not see of it; none for nothing.</summary>
    public static CategorySet CategoriesKept(this ImmutableArray<Restriction> placed, AgencyId holder, TeamId team)
        => placed.Where(r => r.IsAbout(holder) && IsNamedByCourt(r, team)).Aggregate(default(CategorySet), (all, r) => all.Or(r.Terms.Categories));

    /// <summary>Whether the holder is a service of which others are not shown that it is there.</summary>
    public static bool IsSensitiveService(this ImmutableArray<Restriction> placed, AgencyId holder)
        => placed.Any(r => r.Terms.Ground == RestrictionGround.SensitiveService && r.Author == holder);

    /// <summary>Whether a calling practitioner may not come near what its own agency holds: it is named, or every team in which it holds a role is shut
    /// out, or one of them by a court.</summary>
    /// <param name="placed">The person's restrictions.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="teams">Teams in which the practitioner holds a role.</param>
    public static bool Shuts(this ImmutableArray<Restriction> placed, Caller caller, IReadOnlyCollection<TeamId> teams)
        => (caller.Practitioner is { } by && placed.KeptOut(caller.Agency).Has(caller.Agency, by))
            || placed.Any(r => r.IsAbout(caller.Agency) && r.Terms.Categories.IsEmpty
                && (r.Terms.Agencies.Contains(caller.Agency) || (r.Terms.Ground == RestrictionGround.CourtDirection && teams.Any(r.Terms.Teams.Contains))))
            || placed.Any(r => r.IsAbout(caller.Agency) && r.Author == caller.Agency && !r.Terms.Admitted.IsEmpty && !teams.Any(r.Terms.Admitted.Contains));

    /// <summary>What a court has said that a calling practitioner shall not see of what its own agency holds; none for nothing.</summary>
    public static CategorySet CategoriesKept(this ImmutableArray<Restriction> placed, Caller caller, IReadOnlyCollection<TeamId> teams)
        => placed.Where(r => r.IsAbout(caller.Agency) && r.Terms.Ground == RestrictionGround.CourtDirection
                && (r.Terms.Agencies.Contains(caller.Agency) || teams.Any(r.Terms.Teams.Contains)))
            .Aggregate(default(CategorySet), (all, r) => all.Or(r.Terms.Categories));

    private static bool IsNamedByCourt(Restriction restriction, TeamId team)
        => restriction.Terms.Ground == RestrictionGround.CourtDirection && (restriction.Terms.Agencies.Contains(team.Agency) || restriction.Terms.Teams.Contains(team));
}
