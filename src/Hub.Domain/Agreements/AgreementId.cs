using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Domain.Agreements;

/// <summary>An agreement inside the hub: 16 bytes that tell nothing and never leave it; each party has a handle of its own.</summary>
/// <param name="Value">The bytes, big-endian.</param>
[GenerateSerializer, Immutable, Alias("hub.AgreementId")]
[JsonConverter(typeof(AgreementIdJson))]
public readonly record struct AgreementId([Id(0)] UInt128 Value) : IComparable<AgreementId>
{
    /// <summary>The id of 32 hex digits, or null.</summary>
    public static AgreementId? TryParse(ReadOnlySpan<char> text)
        => text.Length == 32 && UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new AgreementId(value)
            : null;

    /// <inheritdoc />
    public int CompareTo(AgreementId other) => Value.CompareTo(other.Value);

    /// <inheritdoc />
    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);
}

internal sealed class AgreementIdJson : JsonConverter<AgreementId>
{
    public override AgreementId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => AgreementId.TryParse(reader.GetString()) ?? throw new JsonException("not an agreement id");

    public override void Write(Utf8JsonWriter writer, AgreementId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
