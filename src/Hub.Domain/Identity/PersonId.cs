using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Domain.Identity;

/// <summary>Whether a person is known to the hub as a child or as an adult who matters to one. Stored and part of every handle.</summary>
public enum PersonKind
{
    /// <summary>A child, born or unborn.</summary>
    [JsonStringEnumMemberName("child")]
    Child = 1,

    /// <summary>A parent, carer or other adult who matters to a child.</summary>
    [JsonStringEnumMemberName("adult")]
    Adult = 2,
}

/// <summary>A person inside the hub: 16 bits hub of origin, then 112 bits that tell nothing. It never leaves the hub;
/// an agency holds a handle of its own instead.</summary>
/// <param name="High">The first eight bytes, big-endian.</param>
/// <param name="Low">The last eight bytes, big-endian.</param>
[GenerateSerializer, Immutable, Alias("hub.PersonId")]
[JsonConverter(typeof(PersonIdJson))]
public readonly record struct PersonId([Id(0)] ulong High, [Id(1)] ulong Low)
{
    /// <summary>The hub where this person was first registered.</summary>
    public ushort Hub => (ushort)(High >> 48);

    /// <summary>An id of this hub whose other 112 bits are the first 14 bytes of <paramref name="bits"/>.</summary>
    public static PersonId Of(ushort hub, ReadOnlySpan<byte> bits)
    {
        Span<byte> all = stackalloc byte[16];
        BinaryPrimitives.WriteUInt16BigEndian(all, hub);
        bits[..14].CopyTo(all[2..]);
        return FromBytes(all);
    }

    /// <summary>The id in its 16 bytes.</summary>
    public static PersonId FromBytes(ReadOnlySpan<byte> bytes)
        => new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));

    /// <summary>Writes the 16 bytes of the id.</summary>
    public void WriteTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
    }

    /// <summary>Its 16 bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[16];
        WriteTo(bytes);
        return bytes;
    }

    /// <summary>The id, or null when the text is not 32 hex digits.</summary>
    public static PersonId? TryParse(ReadOnlySpan<char> hex)
        => hex.Length == 32
            && ulong.TryParse(hex[..16], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var high)
            && ulong.TryParse(hex[16..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var low)
                ? new PersonId(high, low)
                : null;

    /// <summary>32 lower-case hex digits.</summary>
    public override string ToString() => $"{High:x16}{Low:x16}";
}

internal sealed class PersonIdJson : JsonConverter<PersonId>
{
    public override PersonId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => PersonId.TryParse(reader.GetString()) ?? throw new JsonException("not a person id");

    public override void Write(Utf8JsonWriter writer, PersonId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
