using System.Text.Json.Serialization;

namespace Hub.Domain.Adoptions;

/// <summary>A crossing inside the hub: 16 bytes that tell nothing and never leave it.</summary>
/// <param name="Value">The bytes, big-endian.</param>
[GenerateSerializer, Immutable, Alias("hub.CrossingId")]
[JsonConverter(typeof(HexIdJson<CrossingId>))]
public readonly record struct CrossingId([Id(0)] UInt128 Value) : IHexId<CrossingId>
{
    /// <inheritdoc />
    public override string ToString() => HexId.Write(Value);

    static CrossingId IHexId<CrossingId>.Of(UInt128 value) => new(value);
}
