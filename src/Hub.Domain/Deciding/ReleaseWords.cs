using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Relationships;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Deciding;

/// <summary>Event <c>words.released</c>: exact words for somebody who has no system, and a number to ring.</summary>
/// <param name="Relationship">For whom.</param>
/// <param name="Team">The team that carries them.</param>
/// <param name="Element">The element by which they travel.</param>
/// <param name="Words">As they are to be said.</param>
/// <param name="Number">The telephone number that goes with them.</param>
public sealed record WordsReleased(
    [property: JsonPropertyName("relationship")] RelationshipId Relationship,
    [property: JsonPropertyName("team")] TeamId Team,
    [property: JsonPropertyName("element")] ElementId Element,
    [property: JsonPropertyName("words")] string Words,
    [property: JsonPropertyName("number")] string Number) : IEvent
{
    /// <summary>The element that the carrying team is shown, and nothing else.</summary>
    [JsonIgnore]
    public ElementContent Content => InformeeMessage.Of(Relationship, Words);

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(WordsReleased);
}

/// <summary>Releases words for a carer, parent, relative or somebody else who matters, through the team that reaches them. A member of the lead's team.
/// Source: sharing rules, "Carers, relatives, parents, young people": the delivery holds the exact agreed words and number.</summary>
/// <param name="Relationship">For whom.</param>
/// <param name="Element">The id that the element gets.</param>
/// <param name="Words">As they are to be said, at most 4 KiB.</param>
/// <param name="Number">A telephone number.</param>
[GenerateSerializer, Immutable, Alias("hub.ReleaseWords")]
public sealed record ReleaseWords(
    [property: JsonPropertyName("relationship")][Id(0)] RelationshipId Relationship,
    [property: JsonPropertyName("element")][Id(1)] ElementId Element,
    [property: JsonPropertyName("words")][Id(2)] string Words,
    [property: JsonPropertyName("number")][Id(3)] string Number)
{
    /// <summary>Refuses whoever is not of the lead's team and a relationship that the person has not (NOT_KNOWN), one that has ended or is reached by no
    /// team (STATE_CONFLICT), and words that cannot be stored.</summary>
    public Decided Decide(ImmutableArray<Relationship> relationships, bool isOfLead)
    {
        if (!isOfLead || relationships.FirstOrDefault(r => r.Id == Relationship) is not { } meant)
        {
            return Decided.Refuse(Refusal.Because(RefusalReason.NotKnown));
        }

        if (meant.IsEnded || meant.Content.CarryingTeam is not { } team)
        {
            return Decided.Refuse(RefusalReason.StateConflict, "relationship_id", meant.IsEnded ? "has ended" : "has no carrying team");
        }

        var broken = new FieldRules();
        broken.Words("words", Words, isRequired: true);
        var number = broken.Telephone("telephone_number", Number);
        return broken.Refusal is { } refusal ? Decided.Refuse(refusal) : Decided.Commit(new WordsReleased(Relationship, team, Element, Words, number));
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(ReleaseWords);
}
