using System.Text.Json.Serialization;

namespace Hub.Domain.Agreements;

/// <summary>An agreement inside the hub: 16 bytes that tell nothing and never leave it; each party has a handle of its own.</summary>
/// <param name="Value">The bytes, big-endian.</param>
[GenerateSerializer, Immutable, Alias("hub.AgreementId")]
[JsonConverter(typeof(HexIdJson<AgreementId>))]
public readonly record struct AgreementId([Id(0)] UInt128 Value) : IComparable<AgreementId>, IHexId<AgreementId>
{
    /// <summary>The id of 32 hex digits, or null.</summary>
    public static AgreementId? TryParse(ReadOnlySpan<char> text) => HexId.TryParse<AgreementId>(text);

    /// <summary>Its 16 bytes.</summary>
    public byte[] ToBytes() => HexId.ToBytes(Value);

    /// <inheritdoc />
    public int CompareTo(AgreementId other) => Value.CompareTo(other.Value);

    /// <inheritdoc />
    public override string ToString() => HexId.Write(Value);

    static AgreementId IHexId<AgreementId>.Of(UInt128 value) => new(value);
}
