using System.Text.Json.Serialization;
using Hub.Domain.Consents;

namespace Hub.Domain.SafetyPlans;

/// <summary>A person's consent that one informee is told. It is another than that toward an agency: an informee is nobody's staff.</summary>
/// <param name="State">Where it stands: given, refused or withdrawn.</param>
/// <param name="By">Whose word it is.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Explained">What was explained.</param>
/// <param name="Because">In the practitioner's words; may be empty.</param>
[GenerateSerializer, Immutable, Alias("hub.InformeeConsent")]
public sealed record InformeeConsent(
    [property: JsonPropertyName("state")][Id(0)] ConsentState State,
    [property: JsonPropertyName("by")][Id(1)] ConsentGiver By,
    [property: JsonPropertyName("at")][Id(2)] Moment At,
    [property: JsonPropertyName("explained")][Id(3)] string Explained,
    [property: JsonPropertyName("because")][Id(4)] string Because)
{
    /// <summary>Consent that was given.</summary>
    public static InformeeConsent Given(ConsentGiver by, Moment at, string explained) => new(ConsentState.Given, by, at, explained, "");

    /// <summary>When it has to be asked for again: a parent's word ends with a birthday, as toward agencies. Null where it does not end by itself.</summary>
    public Moment? AskAgainAt(DateOnly? birthDate) => Consent.AskAgainAt(State, By, At, birthDate);

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(InformeeConsent);
}
