using System.Text.Json.Serialization;

namespace Hub.Domain.Contacts;

/// <summary>Event <c>contact.requested</c>: somebody asks to be rung back about the person. Who asks is the envelope's agency and practitioner.</summary>
/// <param name="Contact">The request.</param>
/// <param name="Words">Why, in the asker's words; may be empty.</param>
public sealed record ContactRequested(
    [property: JsonPropertyName("contact")] ContactId Contact,
    [property: JsonPropertyName("words")] string Words) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(ContactRequested);
}

/// <summary>Asks that somebody who may know rings back about a person. Whoever names a person by an own reference may, whatever is known, hidden or kept
/// from them. Source: sharing rules, "RequestContact is always allowed: a broker who may see decides whether to ring back".</summary>
/// <param name="Contact">Derived from (hub, agency, request id, person), so that a retry meets the same request.</param>
/// <param name="Words">Why, in the asker's words; may be empty.</param>
[GenerateSerializer, Immutable, Alias("hub.RequestContact")]
public sealed record RequestContact(
    [property: JsonPropertyName("contact")][Id(0)] ContactId Contact,
    [property: JsonPropertyName("words")][Id(1)] string Words)
{
    /// <summary>Refuses words that cannot be stored, and nothing else.</summary>
    public Decided Decide()
    {
        var broken = new FieldRules();
        broken.Text("words", Words, FieldRules.MaxBecause);
        return broken.Refusal is { } refusal ? Decided.Refuse(refusal) : Decided.Commit(new ContactRequested(Contact, Words));
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(RequestContact);
}
