using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Domain.Agencies;

/// <summary>An agency's public key at this hub: a <see cref="Slug"/> of at most 24 characters, chosen at admission.</summary>
/// <param name="Value">The text; made by <see cref="TryParse"/> only.</param>
[GenerateSerializer, Immutable, Alias("hub.AgencyId")]
[JsonConverter(typeof(AgencyIdJson))]
public sealed record AgencyId([Id(0)] string Value) : IComparable<AgencyId>
{
    /// <summary>The id, or null when the text has not its shape.</summary>
    public static AgencyId? TryParse(string text) => Slug.IsValid(text, 24) ? new AgencyId(text) : null;

    /// <inheritdoc />
    public int CompareTo(AgencyId? other) => string.CompareOrdinal(Value, other?.Value);

    /// <inheritdoc />
    public override string ToString() => Value;
}

internal sealed class AgencyIdJson : JsonConverter<AgencyId>
{
    public override AgencyId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => AgencyId.TryParse(reader.GetString() ?? "") ?? throw new JsonException("not an agency id");

    public override void Write(Utf8JsonWriter writer, AgencyId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
