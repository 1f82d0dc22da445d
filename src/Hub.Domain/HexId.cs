using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Domain;

/// <summary>An id of 16 bytes, written as 32 lower-case hex digits.</summary>
internal interface IHexId<TSelf>
    where TSelf : struct, IHexId<TSelf>
{
    UInt128 Value { get; }

    static abstract TSelf Of(UInt128 value);
}

internal static class HexId
{
    /// <summary>The id, or null when the text is not 32 hex digits.</summary>
    public static TId? TryParse<TId>(ReadOnlySpan<char> hex)
        where TId : struct, IHexId<TId>
        => hex.Length == 32 && UInt128.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? TId.Of(value) : null;

    /// <summary>Its 16 bytes, big-endian.</summary>
    public static byte[] ToBytes(UInt128 value)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        return bytes;
    }

    public static string Write(UInt128 value) => value.ToString("x32", CultureInfo.InvariantCulture);
}

internal sealed class HexIdJson<TId> : JsonConverter<TId>
    where TId : struct, IHexId<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => HexId.TryParse<TId>(reader.GetString()) ?? throw new JsonException("not an id");

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(HexId.Write(value.Value));
}
