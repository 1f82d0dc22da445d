using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Domain;

/// <summary>A plan inside the hub: 16 bytes that tell nothing and never leave it.</summary>
/// <param name="Value">The bytes, big-endian.</param>
[GenerateSerializer, Immutable, Alias("hub.PlanId")]
[JsonConverter(typeof(PlanIdJson))]
public readonly record struct PlanId([Id(0)] UInt128 Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);
}

internal sealed class PlanIdJson : JsonConverter<PlanId>
{
    public override PlanId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => new(UInt128.Parse(reader.GetString()!, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    public override void Write(Utf8JsonWriter writer, PlanId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
