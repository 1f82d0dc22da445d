using System.Text.Json.Serialization;

namespace Hub.Domain.Sharing;

/// <summary>What happens to one element.</summary>
public enum ElementAct
{
    /// <summary>A new element at the end.</summary>
    [JsonStringEnumMemberName("add")]
    Add = 1,

    /// <summary>New content for an element that stays where it is.</summary>
    [JsonStringEnumMemberName("replace")]
    Replace = 2,

    /// <summary>The element goes; its past content stays in the revisions.</summary>
    [JsonStringEnumMemberName("remove")]
    Remove = 3,
}

/// <summary>One operation as it happened.</summary>
/// <param name="Act">What was done.</param>
/// <param name="Element">To which element.</param>
/// <param name="Content">Its content from then on; null for a removal.</param>
[GenerateSerializer, Immutable, Alias("hub.ElementChange")]
public sealed record ElementChange(
    [property: JsonPropertyName("act")][Id(0)] ElementAct Act,
    [property: JsonPropertyName("element")][Id(1)] ElementId Element,
    [property: JsonPropertyName("content")][Id(2)] ElementContent? Content);
