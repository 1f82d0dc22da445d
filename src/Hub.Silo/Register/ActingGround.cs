using Hub.Domain.Agencies;
using Hub.Domain.Sharing;

namespace Hub.Silo.Register;

/// <summary>Who acts for whom is a ground of all that is delivered to an agency in which somebody ever did, under the agency's name. What rests on it in
/// no version was decided when nobody did.</summary>
internal static class ActingGround
{
    /// <summary>The ground as it is known; none where nobody ever acted for another.</summary>
    public static IEnumerable<Ground> GroundOf(this Acting acting, AgencyId agency)
        => acting.In(agency) is { } known ? [new Ground(AgencyFold.Key(agency), known.Version)] : [];

    /// <summary>What a verdict for an agency rests on, with this. To be asked before it is decided: then the version is never later than what it was decided
    /// by.</summary>
    public static Basis Under(this Acting acting, Basis basis, AgencyId agency)
        => acting.In(agency) is null ? basis : Basis.Of([.. basis.Grounds, .. acting.GroundOf(agency)], basis.NotAfter);

    /// <summary>What it rests on beside this.</summary>
    public static Basis Without(Basis basis, AgencyId agency)
    {
        var name = AgencyFold.Key(agency);
        return basis with { Grounds = basis.Grounds.RemoveAll(g => g.Name == name) };
    }

    /// <summary>Whether it was decided before somebody was last said to act for another there.</summary>
    public static bool IsBehind(Basis basis, AgencyId agency, ActingIn? known) => known is not null && (VersionIn(basis, agency) ?? 0) < known.Since;

    /// <summary>The version of this ground in which it was decided; null for none.</summary>
    public static long? VersionIn(Basis basis, AgencyId agency)
    {
        var name = AgencyFold.Key(agency);
        return basis.Grounds.FirstOrDefault(g => g.Name == name)?.Version;
    }
}
