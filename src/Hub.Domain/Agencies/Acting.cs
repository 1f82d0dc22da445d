using System.Collections.Immutable;

namespace Hub.Domain.Agencies;

/// <summary>An agency's delegations in the version that is known.</summary>
/// <param name="Version">Version of the agency's stream.</param>
/// <param name="Since">Version by which the last one was recorded: what was decided by an older one may show somebody too much.</param>
/// <param name="Delegations">Those that nobody has ended.</param>
public sealed record ActingIn(long Version, long Since, ImmutableArray<Delegation> Delegations);

/// <summary>Who acts for whom, as known at one instant. What is kept from somebody is kept from whoever acts for them, and for whoever acts for those,
/// from the moment that it is recorded: who will act next week has been told why. Source: sharing rules, "anyone acting for another: the stricter of the
/// two".</summary>
/// <param name="agencies">Agencies in which somebody has ever acted for another.</param>
/// <param name="now">The instant.</param>
public sealed class Acting(ImmutableDictionary<AgencyId, ActingIn> agencies, Moment now)
{
    /// <summary>Nobody acts for another.</summary>
    public static Acting Nobody { get; } = new(ImmutableDictionary<AgencyId, ActingIn>.Empty, default);

    /// <summary>What is known of an agency; null where nobody has ever acted for another.</summary>
    public ActingIn? In(AgencyId agency) => agencies.IsEmpty ? null : agencies.GetValueOrDefault(agency);

    /// <summary>Everybody who acts for somebody.</summary>
    public ImmutableArray<PractitionerId> For(AgencyId agency, PractitionerId whom) => Reach(agency, whom, d => d.Of, d => d.To);

    /// <summary>Everybody for whom somebody acts.</summary>
    public ImmutableArray<PractitionerId> Of(AgencyId agency, PractitionerId who) => Reach(agency, who, d => d.To, d => d.Of);

    /// <summary>These people of an agency and everybody for whom one of them acts; the same set where that is nobody else.</summary>
    public IReadOnlySet<PractitionerId> WithThose(AgencyId agency, IReadOnlySet<PractitionerId> present)
        => In(agency) is null ? present : present.Concat(present.SelectMany(p => Of(agency, p))).ToImmutableHashSet();

    /// <summary>Whether somebody may call as acting for somebody else now.</summary>
    public bool Allows(AgencyId agency, PractitionerId who, PractitionerId whom)
        => In(agency)?.Delegations.Any(d => d.To == who && d.Of == whom && d.IsInForce(now)) == true;

    private ImmutableArray<PractitionerId> Reach(
        AgencyId agency, PractitionerId first, Func<Delegation, PractitionerId> from, Func<Delegation, PractitionerId> to)
    {
        if (In(agency) is not { } known)
        {
            return [];
        }

        var found = new List<PractitionerId> { first };
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(known.Delegations.Where(d => from(d) == found[i] && !d.IsOver(now)).Select(to).Distinct().Where(p => !found.Contains(p)).ToList());
        }

        return [.. found.Skip(1)];
    }
}
