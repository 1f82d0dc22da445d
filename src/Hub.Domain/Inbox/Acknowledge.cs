using System.Text.Json.Serialization;

namespace Hub.Domain.Inbox;

/// <summary>What a named person says of a delivery. A machine's receipt is another thing.</summary>
public enum AcknowledgementWord
{
    /// <summary>Taken; somebody sees to it.</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted = 1,

    /// <summary>Taken, and acted on.</summary>
    [JsonStringEnumMemberName("actioned")]
    Actioned = 2,

    /// <summary>Somebody else's.</summary>
    [JsonStringEnumMemberName("not-mine")]
    NotMine = 3,

    /// <summary>A person without a system was told.</summary>
    [JsonStringEnumMemberName("told")]
    Told = 4,

    /// <summary>A person without a system was not reached.</summary>
    [JsonStringEnumMemberName("not-reached")]
    NotReached = 5,

    /// <summary>It would not have been safe to tell.</summary>
    [JsonStringEnumMemberName("not-safe-to-tell")]
    NotSafeToTell = 6,
}

/// <summary>Event <c>delivery.acknowledged</c>.</summary>
/// <param name="Place">The delivery.</param>
/// <param name="Word">What the practitioner said.</param>
/// <param name="IsFirst">Whether it stopped the clock; a later one is stored and changes nothing.</param>
public sealed record DeliveryAcknowledged(
    [property: JsonPropertyName("place")] DeliveryPlace Place,
    [property: JsonPropertyName("word")] AcknowledgementWord Word,
    [property: JsonPropertyName("is_first")] bool IsFirst) : IEvent;

/// <summary>A named member of the team takes a delivery. <c>not-mine</c> is on record and lets the clock run on.</summary>
/// <param name="Place">The delivery.</param>
/// <param name="Word">Number of the word.</param>
[GenerateSerializer, Immutable, Alias("hub.Acknowledge")]
public sealed record Acknowledge(
    [property: JsonPropertyName("place")][Id(0)] DeliveryPlace Place,
    [property: JsonPropertyName("word")][Id(1)] int Word)
{
    /// <summary>Refuses a word that is none. That it was delivered here, and who calls, has been settled before.</summary>
    /// <param name="isTaken">Whether somebody has taken it already.</param>
    /// <param name="asks">Whether it asks for a decision: then nothing but an answer stops its clock.</param>
    public Decided Decide(bool isTaken, bool asks = false)
    {
        var word = (AcknowledgementWord)Word;
        return Enum.IsDefined(word)
            ? Decided.Commit(new DeliveryAcknowledged(Place, word, !isTaken && !asks && word != AcknowledgementWord.NotMine))
            : Decided.Refuse(RefusalReason.InvalidField, "acknowledgement", "must be a known acknowledgement");
    }
}
