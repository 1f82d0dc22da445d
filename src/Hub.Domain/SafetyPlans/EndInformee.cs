using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Relationships;

namespace Hub.Domain.SafetyPlans;

/// <summary>Event <c>informee.ended</c>: somebody is told by the safety plan no more.</summary>
/// <param name="Relationship">Who.</param>
/// <param name="Because">In the practitioner's words; may be empty.</param>
public sealed record InformeeEnded(
    [property: JsonPropertyName("relationship")] RelationshipId Relationship,
    [property: JsonPropertyName("because")] string Because) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(InformeeEnded);
}

/// <summary>Says that somebody is told by the caller's agency's safety plan no more. What waits is taken back.</summary>
/// <param name="Relationship">Who.</param>
/// <param name="Because">In the practitioner's words; may be empty.</param>
[GenerateSerializer, Immutable, Alias("hub.EndInformee")]
public sealed record EndInformee(
    [property: JsonPropertyName("relationship")][Id(0)] RelationshipId Relationship,
    [property: JsonPropertyName("because")][Id(1)] string Because)
{
    /// <summary>Refuses whoever does not work with the person and somebody about whom the agency has agreed nothing (NOT_KNOWN), and words that cannot
    /// be stored.</summary>
    public Decided Decide(ImmutableArray<Informee> informees, bool worksWith, Caller caller)
    {
        if (!worksWith || InformeeFold.Of(informees, caller.Agency, Relationship) is null)
        {
            return Decided.Refuse(Refusal.Because(RefusalReason.NotKnown));
        }

        var broken = new FieldRules();
        broken.Text("because", Because, FieldRules.MaxBecause);
        return broken.Refusal is { } refusal ? Decided.Refuse(refusal) : Decided.Commit(new InformeeEnded(Relationship, Because));
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(EndInformee);
}
