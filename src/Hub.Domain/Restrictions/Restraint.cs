using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Teams;

namespace Hub.Domain.Restrictions;

/// <summary>What restrictions keep, and from whom. Deny wins: one that says no is enough. What is asked about a recipient is asked for each of each event, so it
/// makes no lambdas. Source: sharing rules, "Restrictions".</summary>
public static class Restraint
{
    /// <summary>Named people from whom all that <paramref name="holder"/> holds is kept, and whoever acts for one of them. Source: "staff conflict (named
    /// people, their relatives as declared, and anyone acting for another: the stricter of the two)".</summary>
    public static KeptOut KeptOut(this ImmutableArray<Restriction> placed, AgencyId holder, Acting acting)
        => placed.IsEmpty ? Restrictions.KeptOut.Nobody : Restrictions.KeptOut.Of(placed.Where(r => r.IsAbout(holder)).SelectMany(r => r.Terms.People)).With(acting);

    /// <summary>Whether who calls, or anybody it acts for, is named among those from whom what <paramref name="holder"/> holds is kept.</summary>
    public static bool Names(this ImmutableArray<Restriction> placed, Caller caller, AgencyId holder) => placed.KeptOut(holder, Acting.Nobody).Has(caller);

    /// <summary>Whether only others are admitted: high profile, protected person, high risk, serious case review, a child sealed by an
    /// adoption. Nobody shuts an agency out of what it holds itself but that agency: each is controller of what it contributes.</summary>
    public static bool AdmitsOnlyOthers(this ImmutableArray<Restriction> placed, AgencyId holder, TeamId team)
    {
        foreach (var r in placed)
        {
            if (r.IsAbout(holder) && r.Terms.AdmitsOnlySome && !r.Terms.Admitted.Contains(team) && (team.Agency != holder || r.Author == holder))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a court has said that the team or its agency shall see nothing of it.</summary>
    public static bool DirectedByCourt(this ImmutableArray<Restriction> placed, AgencyId holder, TeamId team)
    {
        foreach (var r in placed)
        {
            if (r.IsAbout(holder) && r.Terms.Categories.IsEmpty && IsNamedByCourt(r, team))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether all of it is kept from the team, by one of these or the other. The team of the place that a concern names hears whoever it is.</summary>
    public static bool KeepsFrom(this ImmutableArray<Restriction> placed, AgencyId holder, TeamId team)
        => placed.AdmitsOnlyOthers(holder, team) || placed.DirectedByCourt(holder, team);

    /// <summary>What a court has said that the team or its agency shall not see of it; none for nothing.</summary>
    public static CategorySet CategoriesKept(this ImmutableArray<Restriction> placed, AgencyId holder, TeamId team)
    {
        var kept = default(CategorySet);
        foreach (var r in placed)
        {
            kept = r.IsAbout(holder) && IsNamedByCourt(r, team) ? kept.Or(r.Terms.Categories) : kept;
        }

        return kept;
    }

    /// <summary>Whether the holder is a service of which others are not shown that it is there.</summary>
    public static bool IsSensitiveService(this ImmutableArray<Restriction> placed, AgencyId holder)
    {
        foreach (var r in placed)
        {
            if (r.Terms.Ground == RestrictionGround.SensitiveService && r.Author == holder)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a calling practitioner may not come near what its own agency holds: it is named, or every team in which it holds a role is shut
    /// out, or one of them by a court. Where it acts for another, also if that is so for the other.</summary>
    /// <param name="placed">The person's restrictions.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="teamsOf">Teams in which a practitioner holds a role.</param>
    public static bool Shuts(this ImmutableArray<Restriction> placed, Caller caller, Func<PractitionerId, IReadOnlyCollection<TeamId>> teamsOf)
        => placed.Names(caller, caller.Agency)
            || placed.Any(r => r.IsAbout(caller.Agency) && r.Terms.Categories.IsEmpty && r.Terms.Agencies.Contains(caller.Agency))
            || Each(caller, teamsOf).Any(teams => placed.Any(r => r.IsAbout(caller.Agency)
                && ((r.Terms.Categories.IsEmpty && r.Terms.Ground == RestrictionGround.CourtDirection && teams.Any(r.Terms.Teams.Contains))
                    || (r.Author == caller.Agency && r.Terms.AdmitsOnlySome && !teams.Any(r.Terms.Admitted.Contains)))));

    /// <summary>What a court has said that a calling practitioner, or who it acts for, shall not see of what its own agency holds; none for nothing.</summary>
    public static CategorySet CategoriesKept(this ImmutableArray<Restriction> placed, Caller caller, Func<PractitionerId, IReadOnlyCollection<TeamId>> teamsOf)
        => placed.Where(r => r.IsAbout(caller.Agency) && r.Terms.Ground == RestrictionGround.CourtDirection
                && (r.Terms.Agencies.Contains(caller.Agency) || Each(caller, teamsOf).Any(teams => teams.Any(r.Terms.Teams.Contains))))
            .Aggregate(default(CategorySet), (all, r) => all.Or(r.Terms.Categories));

    /// <summary>The teams of each of those who call; no team where nobody is named.</summary>
    private static IEnumerable<IReadOnlyCollection<TeamId>> Each(Caller caller, Func<PractitionerId, IReadOnlyCollection<TeamId>> teamsOf)
        => caller.Practitioner is null ? [[]] : caller.Named.Select(teamsOf);

    private static bool IsNamedByCourt(Restriction restriction, TeamId team)
        => restriction.Terms.Ground == RestrictionGround.CourtDirection && (restriction.Terms.Agencies.Contains(team.Agency) || restriction.Terms.Teams.Contains(team));
}
