using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Hub.Domain.Relationships;

/// <summary>Event <c>relationship.ended</c>: it is so no more. What was written about somebody stays about them.</summary>
/// <param name="Relationship">The relationship.</param>
/// <param name="Because">In the practitioner's words; may be empty.</param>
public sealed record RelationshipEnded(
    [property: JsonPropertyName("relationship")] RelationshipId Relationship,
    [property: JsonPropertyName("because")] string Because) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(RelationshipEnded);
}

/// <summary>Says that a relationship is so no more.</summary>
/// <param name="Relationship">The relationship.</param>
/// <param name="Because">In the practitioner's words; may be empty.</param>
[GenerateSerializer, Immutable, Alias("hub.EndRelationship")]
public sealed record EndRelationship(
    [property: JsonPropertyName("relationship")][Id(0)] RelationshipId Relationship,
    [property: JsonPropertyName("because")][Id(1)] string Because)
{
    /// <summary>Refuses whoever may not write it down and a relationship that the person has not (NOT_KNOWN), one that has ended (STATE_CONFLICT), and
    /// words that cannot be stored.</summary>
    public Decided Decide(ImmutableArray<Relationship> relationships, RelationshipStanding standing)
    {
        if (!standing.MayRecord || relationships.FirstOrDefault(r => r.Id == Relationship) is not { } old)
        {
            return Decided.Refuse(Refusal.Because(RefusalReason.NotKnown));
        }

        if (old.IsEnded)
        {
            return Decided.Refuse(RefusalReason.StateConflict, "relationship_id", "has ended");
        }

        var broken = new FieldRules();
        broken.Text("because", Because, FieldRules.MaxBecause);
        return broken.Refusal is { } refusal ? Decided.Refuse(refusal) : Decided.Commit(new RelationshipEnded(Relationship, Because));
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(EndRelationship);
}
