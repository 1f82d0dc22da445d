using System.Text.Json.Serialization;

namespace Hub.Domain.Agencies;

/// <summary>Event <c>practitioner.registered</c>.</summary>
/// <param name="Practitioner">May be named in the agency's calls from now on.</param>
public sealed record PractitionerRegistered([property: JsonPropertyName("practitioner")] PractitionerId Practitioner) : IEvent;

/// <summary>Lets a practitioner be named in the agency's calls. The agency itself, or the registrar.</summary>
/// <param name="Practitioner">Register or staff number.</param>
[GenerateSerializer, Immutable, Alias("hub.RegisterPractitioner")]
public sealed record RegisterPractitioner([property: JsonPropertyName("practitioner")][Id(0)] string Practitioner)
{
    /// <summary>Most practitioners of one agency.</summary>
    public const int MaxPractitioners = 10_000;

    /// <summary>Refuses a malformed number and an agency not admitted.</summary>
    public Decided Decide(Agency agency)
        => agency.Profile is null ? Decided.Refuse(RefusalReason.StateConflict, "agency_id", "the agency is not admitted")
            : PractitionerId.TryParse(Practitioner) is not { } practitioner
                ? Decided.Refuse(RefusalReason.InvalidField, "practitioner_id", "must be 2 to 32 characters of A-Z, 0-9 and hyphen")
            : agency.Practitioners.Contains(practitioner) ? Decided.Nothing
            : agency.Practitioners.Length >= MaxPractitioners
                ? Decided.Refuse(RefusalReason.TooLarge, "practitioner_id", $"an agency has at most {MaxPractitioners} practitioners")
            : Decided.Commit(new PractitionerRegistered(practitioner));
}
