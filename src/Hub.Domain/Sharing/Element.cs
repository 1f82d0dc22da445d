using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;

namespace Hub.Domain.Sharing;

/// <summary>An element inside the hub: 16 bytes that tell nothing and never leave it.</summary>
/// <param name="Value">The bytes, big-endian.</param>
[GenerateSerializer, Immutable, Alias("hub.ElementId")]
[JsonConverter(typeof(HexIdJson<ElementId>))]
public readonly record struct ElementId([Id(0)] UInt128 Value) : IHexId<ElementId>
{
    /// <inheritdoc />
    public override string ToString() => HexId.Write(Value);

    static ElementId IHexId<ElementId>.Of(UInt128 value) => new(value);
}

/// <summary>What an element says.</summary>
/// <param name="Category">What it tells; without one it is seen by its own agency only.</param>
/// <param name="Kind">How it is known.</param>
/// <param name="Text">At most 4 KiB in UTF-8.</param>
/// <param name="About">Whom it is about; null for the plan's own person.</param>
/// <param name="Handling">How it is handled; null where nothing was said.</param>
[GenerateSerializer, Immutable, Alias("hub.ElementContent")]
public sealed record ElementContent(
    [property: JsonPropertyName("category")][Id(0)] Category? Category,
    [property: JsonPropertyName("kind")][Id(1)] ElementKind Kind,
    [property: JsonPropertyName("text")][Id(2)] string Text,
    [property: JsonPropertyName("about")][Id(3)] ElementAbout? About = null,
    [property: JsonPropertyName("handling")][Id(4)] ElementHandling? Handling = null)
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(ElementContent);
}

/// <summary>A short piece of a plan that is shared, cut and copied as a whole.</summary>
/// <param name="Id">Its id; stays through replacements.</param>
/// <param name="Content">What it says now.</param>
/// <param name="Author">Who recorded this content.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="Origin">Where it comes from, when it is a copy of another plan's element.</param>
[GenerateSerializer, Immutable, Alias("hub.Element")]
public sealed record Element(
    [property: JsonPropertyName("element")][Id(0)] ElementId Id,
    [property: JsonPropertyName("content")][Id(1)] ElementContent Content,
    [property: JsonPropertyName("author")][Id(2)] PractitionerId? Author,
    [property: JsonPropertyName("recorded_at")][Id(3)] Moment RecordedAt,
    [property: JsonPropertyName("origin")][Id(4)] ElementOrigin? Origin = null);
