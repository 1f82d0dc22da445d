using System.Text.Json.Serialization;

namespace Hub.Domain.Restrictions;

/// <summary>A restriction inside the hub: 16 bytes that tell nothing and never leave it.</summary>
/// <param name="Value">The bytes, big-endian.</param>
[GenerateSerializer, Immutable, Alias("hub.RestrictionId")]
[JsonConverter(typeof(HexIdJson<RestrictionId>))]
public readonly record struct RestrictionId([Id(0)] UInt128 Value) : IHexId<RestrictionId>
{
    /// <inheritdoc />
    public override string ToString() => HexId.Write(Value);

    static RestrictionId IHexId<RestrictionId>.Of(UInt128 value) => new(value);
}
