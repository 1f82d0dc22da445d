using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Alerts;
using Hub.Domain.Relationships;
using Hub.Domain.Sharing;

namespace Hub.Domain.SafetyPlans;

/// <summary>What was agreed about somebody who is told by a safety plan. Source: vocabulary, "SafetyPlan (triggers, actions, informees)".</summary>
/// <param name="Plan">The agency's own safety plan.</param>
/// <param name="Relationship">Who is told.</param>
/// <param name="Element">The element by which the words travel.</param>
/// <param name="Triggers">The alerts upon which it is told, each once.</param>
/// <param name="Words">As they are to be said.</param>
/// <param name="Number">The telephone number that goes with them.</param>
[GenerateSerializer, Immutable, Alias("hub.InformeeTerms")]
public sealed record InformeeTerms(
    [property: JsonPropertyName("plan")][Id(0)] PlanId Plan,
    [property: JsonPropertyName("relationship")][Id(1)] RelationshipId Relationship,
    [property: JsonPropertyName("element")][Id(2)] ElementId Element,
    [property: JsonPropertyName("triggers")][Id(3)] ImmutableArray<AlertType> Triggers,
    [property: JsonPropertyName("words")][Id(4)] string Words,
    [property: JsonPropertyName("number")][Id(5)] string Number)
{
    /// <summary>The words as the carrying team is shown them.</summary>
    [JsonIgnore]
    public WrittenElement Message => new(Element, InformeeMessage.Of(Relationship, Words));

    /// <inheritdoc />
    public bool Equals(InformeeTerms? other)
        => other is not null && (Plan, Relationship, Element, Words, Number) == (other.Plan, other.Relationship, other.Element, other.Words, other.Number)
            && Triggers.SequenceEqual(other.Triggers);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Plan, Relationship, Element, Words, Number);

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(InformeeTerms);
}

/// <summary>Somebody who is told by a safety plan of one agency, as that agency has it on record.</summary>
/// <param name="Holder">The agency whose plan it is.</param>
/// <param name="Terms">What was agreed.</param>
/// <param name="AgreedAt">When.</param>
/// <param name="Consent">The person's consent that this one is told.</param>
[GenerateSerializer, Immutable, Alias("hub.Informee")]
public sealed record Informee(
    [property: JsonPropertyName("holder")][Id(0)] AgencyId Holder,
    [property: JsonPropertyName("terms")][Id(1)] InformeeTerms Terms,
    [property: JsonPropertyName("agreed_at")][Id(2)] Moment AgreedAt,
    [property: JsonPropertyName("consent")][Id(3)] InformeeConsent Consent)
{
    /// <summary>Most of one agency for one person.</summary>
    public const int MostOfAgency = 32;
}

/// <summary>How a person's informees follow from events: one for each relationship and agency.</summary>
public static class InformeeFold
{
    /// <summary>The informees after an event; the same when it is not about them.</summary>
    public static ImmutableArray<Informee> Apply(ImmutableArray<Informee> informees, Happened happened) => happened.Content switch
    {
        InformeeAgreed e => Put(informees, new Informee(happened.Agency, e.Terms, happened.At, InformeeConsent.Given(e.By, happened.At, e.Explained))),
        InformeeEnded e when Of(informees, happened.Agency, e.Relationship) is { } ended => informees.Remove(ended),
        InformeeConsentRecorded e when Of(informees, happened.Agency, e.Relationship) is { } one
            => informees.Replace(one, one with { Consent = new InformeeConsent(e.State, e.By, happened.At, e.Explained, e.Because) }),
        _ => informees,
    };

    /// <summary>What an agency has agreed about somebody; null for nothing.</summary>
    public static Informee? Of(ImmutableArray<Informee> informees, AgencyId holder, RelationshipId relationship)
        => informees.FirstOrDefault(i => i.Holder == holder && i.Terms.Relationship == relationship);

    private static ImmutableArray<Informee> Put(ImmutableArray<Informee> informees, Informee agreed)
        => Of(informees, agreed.Holder, agreed.Terms.Relationship) is { } before ? informees.Replace(before, agreed) : informees.Add(agreed);
}
