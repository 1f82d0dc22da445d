using System.Text.Json.Serialization;

namespace Hub.Domain.Agencies;

/// <summary>Event <c>reciprocal-authority.set</c>.</summary>
/// <param name="Authority">Whose duty team hears from now on where the agency's own may not; absent for nobody's.</param>
public sealed record ReciprocalAuthoritySet([property: JsonPropertyName("authority")] AgencyId? Authority) : IEvent;

/// <summary>Names in advance whose duty team hears where the agency's own may not. The agency itself, or the registrar. Source: sharing rules, "the
/// reciprocal authority named in advance".</summary>
/// <param name="Authority">The other agency; empty for none.</param>
[GenerateSerializer, Immutable, Alias("hub.SetReciprocalAuthority")]
public sealed record SetReciprocalAuthority([property: JsonPropertyName("authority")][Id(0)] string Authority)
{
    /// <summary>Refuses an agency not admitted, and an authority that is none or the agency itself.</summary>
    /// <param name="agency">The state.</param>
    /// <param name="isOther">Whether such an agency is another one of this hub.</param>
    public Decided Decide(Agency agency, Func<AgencyId, bool> isOther)
    {
        var authority = Authority.Length == 0 ? null : AgencyId.TryParse(Authority);
        return agency.Profile is null ? Decided.Refuse(RefusalReason.StateConflict, "agency_id", "the agency is not admitted")
            : Authority.Length > 0 && (authority is null || !isOther(authority))
                ? Decided.Refuse(RefusalReason.InvalidField, "reciprocal_agency_id", "must be another agency of this hub")
            : agency.Reciprocal == authority ? Decided.Nothing
            : Decided.Commit(new ReciprocalAuthoritySet(authority));
    }
}
