using System.Buffers.Binary;
using System.Text.Json.Serialization;

namespace Hub.Domain.Alerts;

/// <summary>A concern inside the hub: 16 bytes that follow from who told it under which request id. It never leaves the hub.</summary>
/// <param name="Value">The bytes, big-endian.</param>
[GenerateSerializer, Immutable, Alias("hub.ConcernId")]
[JsonConverter(typeof(HexIdJson<ConcernId>))]
public readonly record struct ConcernId([Id(0)] UInt128 Value) : IHexId<ConcernId>
{
    /// <summary>The id, or null when the text is not 32 hex digits.</summary>
    public static ConcernId? TryParse(ReadOnlySpan<char> hex) => HexId.TryParse<ConcernId>(hex);

    /// <summary>Its 16 bytes.</summary>
    public byte[] ToBytes() => HexId.ToBytes(Value);

    /// <inheritdoc />
    public override string ToString() => HexId.Write(Value);

    static ConcernId IHexId<ConcernId>.Of(UInt128 value) => new(value);
}
