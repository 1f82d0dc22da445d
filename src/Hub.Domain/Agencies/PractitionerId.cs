using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Domain.Agencies;

/// <summary>A practitioner by the number of a professional register or of the agency's own staff list: 2 to 32 characters of
/// A–Z, 0–9 and hyphen. It names the accountable person in every envelope and outlives the erasure of content.</summary>
/// <param name="Value">The text; made by <see cref="TryParse"/> only.</param>
[GenerateSerializer, Immutable, Alias("hub.PractitionerId")]
[JsonConverter(typeof(PractitionerIdJson))]
public sealed record PractitionerId([Id(0)] string Value)
{
    /// <summary>The id, or null when the text has not its shape.</summary>
    public static PractitionerId? TryParse(string text)
        => text.Length is >= 2 and <= 32 && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-')
            ? new PractitionerId(text)
            : null;

    /// <inheritdoc />
    public override string ToString() => Value;
}

internal sealed class PractitionerIdJson : JsonConverter<PractitionerId>
{
    public override PractitionerId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => PractitionerId.TryParse(reader.GetString() ?? "") ?? throw new JsonException("not a practitioner id");

    public override void Write(Utf8JsonWriter writer, PractitionerId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
