using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Domain.Links;

/// <summary>A link inside the hub: 16 bytes that tell nothing and never leave it.</summary>
/// <param name="Value">The bytes, big-endian.</param>
[GenerateSerializer, Immutable, Alias("hub.LinkId")]
[JsonConverter(typeof(LinkIdJson))]
public readonly record struct LinkId([Id(0)] UInt128 Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);
}

internal sealed class LinkIdJson : JsonConverter<LinkId>
{
    public override LinkId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => new(UInt128.Parse(reader.GetString()!, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    public override void Write(Utf8JsonWriter writer, LinkId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
