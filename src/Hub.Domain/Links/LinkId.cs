using System.Text.Json.Serialization;

namespace Hub.Domain.Links;

/// <summary>A link inside the hub: 16 bytes that tell nothing and never leave it.</summary>
/// <param name="Value">The bytes, big-endian.</param>
[GenerateSerializer, Immutable, Alias("hub.LinkId")]
[JsonConverter(typeof(HexIdJson<LinkId>))]
public readonly record struct LinkId([Id(0)] UInt128 Value) : IHexId<LinkId>
{
    /// <inheritdoc />
    public override string ToString() => HexId.Write(Value);

    static LinkId IHexId<LinkId>.Of(UInt128 value) => new(value);
}
