using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Agreements;

/// <summary>Event <c>agreement.proposed</c>. The proposer is the agency that called.</summary>
/// <param name="Partner">Who is asked to sign.</param>
/// <param name="Purposes">In order, each once.</param>
/// <param name="Gives">What passes from proposer to partner; in order, each once.</param>
/// <param name="Takes">What passes from partner to proposer; in order, each once.</param>
/// <param name="StartsOn">First day; null for at once.</param>
/// <param name="EndsOn">Last day; null for no end.</param>
public sealed record AgreementProposed(
    [property: JsonPropertyName("partner")] AgencyId Partner,
    [property: JsonPropertyName("purposes")] ImmutableArray<Purpose> Purposes,
    [property: JsonPropertyName("gives")] ImmutableArray<Category> Gives,
    [property: JsonPropertyName("takes")] ImmutableArray<Category> Takes,
    [property: JsonPropertyName("starts_on")] DateOnly? StartsOn,
    [property: JsonPropertyName("ends_on")] DateOnly? EndsOn) : IEvent;

/// <summary>Proposes an agreement of the caller's agency with another. Nothing passes by it before the partner has signed.</summary>
/// <param name="Agreement">Derived from (hub, agency, request id), so that a retry meets the same agreement.</param>
/// <param name="Partner">Key of the other agency.</param>
/// <param name="Purposes">Numbers of the purposes.</param>
/// <param name="Gives">Numbers of the categories that pass from the caller's agency to the partner.</param>
/// <param name="Takes">Numbers of the categories that pass back.</param>
/// <param name="StartsOn">ISO date of the first day, or empty for at once.</param>
/// <param name="EndsOn">ISO date of the last day, or empty for no end.</param>
[GenerateSerializer, Immutable, Alias("hub.ProposeAgreement")]
public sealed record ProposeAgreement(
    [property: JsonPropertyName("agreement")][Id(0)] AgreementId Agreement,
    [property: JsonPropertyName("partner")][Id(1)] string Partner,
    [property: JsonPropertyName("purposes")][Id(2)] ImmutableArray<int> Purposes,
    [property: JsonPropertyName("gives")][Id(3)] ImmutableArray<int> Gives,
    [property: JsonPropertyName("takes")][Id(4)] ImmutableArray<int> Takes,
    [property: JsonPropertyName("starts_on")][Id(5)] string StartsOn,
    [property: JsonPropertyName("ends_on")][Id(6)] string EndsOn)
{
    /// <summary>Refuses a partner that is not admitted or is the caller's own agency, unknown and missing purposes, unknown categories,
    /// none in either direction, bad dates, an end before the start or in the past, and an agreement that is there already.</summary>
    public Decided Decide(AgreementFile file, Caller caller, Func<AgencyId, bool> isAdmitted, Moment now)
    {
        var broken = new FieldRules();
        var partner = AgencyId.TryParse(Partner);
        broken.Must(partner is not null && isAdmitted(partner), "partner_agency_id", "must be an agency of this hub");
        broken.Must(partner != caller.Agency, "partner_agency_id", "must be another agency");
        var purposes = broken.Words<Purpose>("purposes", Purposes);
        broken.Must(!Purposes.IsEmpty, "purposes", "must not be empty");
        var gives = broken.Words<Category>("gives", Gives);
        var takes = broken.Words<Category>("takes", Takes);
        broken.Must(!Gives.IsEmpty || !Takes.IsEmpty, "gives", "must not be empty when takes is");
        var starts = broken.Date("starts_on", StartsOn);
        var ends = broken.Date("ends_on", EndsOn);
        broken.Days(starts, ends, now);

        return broken.Refusal is { } refusal ? Decided.Refuse(refusal)
            : !file.IsEmpty ? Decided.Refuse(RefusalReason.StateConflict, "request_id", "made an agreement before")
            : Decided.Commit(new AgreementProposed(partner!, purposes, gives, takes, starts, ends));
    }
}
