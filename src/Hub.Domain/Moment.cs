using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Domain;

/// <summary>An instant in whole microseconds since 1970-01-01T00:00:00Z. Stored, hashed and compared in exactly this unit.</summary>
[GenerateSerializer, Immutable, Alias("hub.Moment")]
[JsonConverter(typeof(MomentJson))]
public readonly record struct Moment([Id(0)] long Microseconds) : IComparable<Moment>
{
    /// <summary>The instant of a clock reading, cut to microseconds.</summary>
    public static Moment Of(DateTimeOffset at) => new((at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond);

    /// <summary>This instant as a UTC clock reading.</summary>
    public DateTimeOffset ToDateTimeOffset() => DateTimeOffset.UnixEpoch.AddTicks(Microseconds * TimeSpan.TicksPerMicrosecond);

    /// <summary>This instant moved by a span.</summary>
    public Moment Plus(TimeSpan span) => new(Microseconds + (span.Ticks / TimeSpan.TicksPerMicrosecond));

    /// <inheritdoc />
    public int CompareTo(Moment other) => Microseconds.CompareTo(other.Microseconds);
}

internal sealed class MomentJson : JsonConverter<Moment>
{
    public override Moment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Moment value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Microseconds);
}
