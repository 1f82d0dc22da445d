using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Hub.Domain.Deciding;

/// <summary>The duty or power by which something is shared. Source: vocabulary, "Statutory grounds".</summary>
public enum StatutoryGround
{
    /// <summary>Children Act 2004 s.11.</summary>
    [JsonStringEnumMemberName("s11-duty")]
    S11Duty = 1,

    /// <summary>Children Act 2004 s.16LA.</summary>
    [JsonStringEnumMemberName("s16LA-duty")]
    S16LaDuty = 2,

    /// <summary>An enquiry under Children Act 1989 s.47.</summary>
    [JsonStringEnumMemberName("s47-enquiry")]
    S47Enquiry = 3,

    /// <summary>A child in need under Children Act 1989 s.17.</summary>
    [JsonStringEnumMemberName("s17-need")]
    S17Need = 4,

    /// <summary>Police protection.</summary>
    [JsonStringEnumMemberName("police-protection")]
    PoliceProtection = 5,

    /// <summary>An order of a court.</summary>
    [JsonStringEnumMemberName("court-order")]
    CourtOrder = 6,

    /// <summary>Nothing but consent.</summary>
    [JsonStringEnumMemberName("consent-only")]
    ConsentOnly = 7,
}

/// <summary>The lawful basis under data protection law. Source: vocabulary, "Lawful bases".</summary>
public enum LawfulBasis
{
    /// <summary>A legal obligation.</summary>
    [JsonStringEnumMemberName("legal-obligation")]
    LegalObligation = 1,

    /// <summary>A task in the public interest.</summary>
    [JsonStringEnumMemberName("public-task")]
    PublicTask = 2,

    /// <summary>Vital interests.</summary>
    [JsonStringEnumMemberName("vital-interests")]
    VitalInterests = 3,

    /// <summary>Consent.</summary>
    [JsonStringEnumMemberName("consent")]
    Consent = 4,

    /// <summary>Legitimate interests.</summary>
    [JsonStringEnumMemberName("legitimate-interests")]
    LegitimateInterests = 5,
}

/// <summary>Why confidence is not broken, which is not the lawful basis. Source: sharing rules, "Law the record must be able to show".</summary>
public enum ConfidentialityBasis
{
    /// <summary>Nothing of it was told in confidence.</summary>
    [JsonStringEnumMemberName("not-confidential")]
    NotConfidential = 1,

    /// <summary>Implied for the person's own care.</summary>
    [JsonStringEnumMemberName("implied-for-own-care")]
    ImpliedForOwnCare = 2,

    /// <summary>Explicit consent.</summary>
    [JsonStringEnumMemberName("explicit-consent")]
    ExplicitConsent = 3,

    /// <summary>A statute.</summary>
    [JsonStringEnumMemberName("statute")]
    Statute = 4,

    /// <summary>An order of a court.</summary>
    [JsonStringEnumMemberName("court-order")]
    CourtOrder = 5,

    /// <summary>An overriding public interest, weighed by whoever decides.</summary>
    [JsonStringEnumMemberName("overriding-public-interest")]
    OverridingPublicInterest = 6,
}

/// <summary>Why a named practitioner shares, as it stands on record.</summary>
/// <param name="Ground">The duty or power.</param>
/// <param name="Need">What the recipient needs it for.</param>
/// <param name="DetrimentTest">Whether sharing does more harm than not sharing, and why not.</param>
/// <param name="LawfulBasis">When the practitioner said it.</param>
/// <param name="ConfidentialityBasis">When the practitioner said it.</param>
[GenerateSerializer, Immutable, Alias("hub.Justification")]
public sealed record Justification(
    [property: JsonPropertyName("ground")][Id(0)] StatutoryGround Ground,
    [property: JsonPropertyName("need")][Id(1)] string Need,
    [property: JsonPropertyName("detriment_test")][Id(2)] string DetrimentTest,
    [property: JsonPropertyName("lawful_basis")][Id(3)] LawfulBasis? LawfulBasis,
    [property: JsonPropertyName("confidentiality_basis")][Id(4)] ConfidentialityBasis? ConfidentialityBasis)
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(Justification);
}

/// <summary>The same as sent.</summary>
/// <param name="Ground">Number of the ground.</param>
/// <param name="Need">Required.</param>
/// <param name="DetrimentTest">Required.</param>
/// <param name="LawfulBasis">Number of the basis; 0 when not given.</param>
/// <param name="ConfidentialityBasis">Number of the basis; 0 when not given.</param>
[GenerateSerializer, Immutable, Alias("hub.JustificationDraft")]
public sealed record JustificationDraft(
    [property: JsonPropertyName("ground")][Id(0)] int Ground,
    [property: JsonPropertyName("need")][Id(1)] string Need,
    [property: JsonPropertyName("detriment_test")][Id(2)] string DetrimentTest,
    [property: JsonPropertyName("lawful_basis")][Id(3)] int LawfulBasis,
    [property: JsonPropertyName("confidentiality_basis")][Id(4)] int ConfidentialityBasis)
{
    /// <summary>As it goes on record; collects what cannot be taken.</summary>
    internal Justification Read(FieldRules broken)
    {
        var (ground, lawful, confidentiality) = ((StatutoryGround)Ground, (LawfulBasis)LawfulBasis, (ConfidentialityBasis)ConfidentialityBasis);
        broken.Must(Enum.IsDefined(ground), "ground", "must be a known statutory ground");
        broken.Words("need", Need, isRequired: true);
        broken.Words("detriment_test", DetrimentTest, isRequired: true);
        broken.Must(lawful == default || Enum.IsDefined(lawful), "lawful_basis", "must be a known lawful basis or not given");
        broken.Must(confidentiality == default || Enum.IsDefined(confidentiality), "confidentiality_basis", "must be a known confidentiality basis or not given");
        return new Justification(ground, Need, DetrimentTest, lawful == default ? null : lawful, confidentiality == default ? null : confidentiality);
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(JustificationDraft);
}
