using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Domain.Alerts;

/// <summary>A concern inside the hub: 16 bytes that follow from who told it under which request id. It never leaves the hub.</summary>
/// <param name="Value">The bytes, big-endian.</param>
[GenerateSerializer, Immutable, Alias("hub.ConcernId")]
[JsonConverter(typeof(ConcernIdJson))]
public readonly record struct ConcernId([Id(0)] UInt128 Value)
{
    /// <summary>The id, or null when the text is not 32 hex digits.</summary>
    public static ConcernId? TryParse(ReadOnlySpan<char> hex)
        => hex.Length == 32 && UInt128.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? new ConcernId(value) : null;

    /// <summary>Its 16 bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return bytes;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);
}

internal sealed class ConcernIdJson : JsonConverter<ConcernId>
{
    public override ConcernId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => ConcernId.TryParse(reader.GetString()) ?? throw new JsonException("not a concern id");

    public override void Write(Utf8JsonWriter writer, ConcernId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
