using System.Text.Json.Serialization;

namespace Hub.Domain.Relationships;

/// <summary>A relationship inside the hub: 16 bytes that tell nothing and never leave it.</summary>
/// <param name="Value">The bytes, big-endian.</param>
[GenerateSerializer, Immutable, Alias("hub.RelationshipId")]
[JsonConverter(typeof(HexIdJson<RelationshipId>))]
public readonly record struct RelationshipId([Id(0)] UInt128 Value) : IHexId<RelationshipId>
{
    /// <summary>The id, or null when the text is not 32 hex digits.</summary>
    public static RelationshipId? TryParse(ReadOnlySpan<char> hex) => HexId.TryParse<RelationshipId>(hex);

    /// <inheritdoc />
    public override string ToString() => HexId.Write(Value);

    static RelationshipId IHexId<RelationshipId>.Of(UInt128 value) => new(value);
}
