using System.Text.Json.Serialization;

namespace Hub.Domain;

/// <summary>A plan inside the hub: 16 bytes that tell nothing and never leave it.</summary>
/// <param name="Value">The bytes, big-endian.</param>
[GenerateSerializer, Immutable, Alias("hub.PlanId")]
[JsonConverter(typeof(HexIdJson<PlanId>))]
public readonly record struct PlanId([Id(0)] UInt128 Value) : IHexId<PlanId>
{
    /// <inheritdoc />
    public override string ToString() => HexId.Write(Value);

    static PlanId IHexId<PlanId>.Of(UInt128 value) => new(value);
}
