using System.Text.Json.Serialization;

namespace Hub.Domain.Contacts;

/// <summary>A request for contact inside the hub: 16 bytes that tell nothing and never leave it.</summary>
/// <param name="Value">The bytes, big-endian.</param>
[GenerateSerializer, Immutable, Alias("hub.ContactId")]
[JsonConverter(typeof(HexIdJson<ContactId>))]
public readonly record struct ContactId([Id(0)] UInt128 Value) : IHexId<ContactId>
{
    /// <inheritdoc />
    public override string ToString() => HexId.Write(Value);

    static ContactId IHexId<ContactId>.Of(UInt128 value) => new(value);
}
