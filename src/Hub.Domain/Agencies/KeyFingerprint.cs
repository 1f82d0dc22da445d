using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Domain.Agencies;

/// <summary>A connection's key: SHA-256 of the certificate's SubjectPublicKeyInfo, as 64 lower-case hex digits. It survives
/// a renewed certificate over the same key.</summary>
/// <param name="Value">The text; made by <see cref="TryParse"/> only.</param>
[GenerateSerializer, Immutable, Alias("hub.KeyFingerprint")]
[JsonConverter(typeof(KeyFingerprintJson))]
public sealed record KeyFingerprint([Id(0)] string Value)
{
    /// <summary>The fingerprint, or null when the text has not its shape. Upper-case digits are taken and lowered.</summary>
    public static KeyFingerprint? TryParse(string text)
        => text.Length == 64 && text.All(char.IsAsciiHexDigit) ? new KeyFingerprint(text.ToLowerInvariant()) : null;

    /// <inheritdoc />
    public override string ToString() => Value;
}

internal sealed class KeyFingerprintJson : JsonConverter<KeyFingerprint>
{
    public override KeyFingerprint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => KeyFingerprint.TryParse(reader.GetString() ?? "") ?? throw new JsonException("not a key fingerprint");

    public override void Write(Utf8JsonWriter writer, KeyFingerprint value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
