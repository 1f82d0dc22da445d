using System.Text.Json.Serialization;

namespace Hub.Domain.Alerts;

/// <summary>How urgent a delivery is. Stored as its number; red goes first.</summary>
public enum Severity
{
    /// <summary>A named person within 30 minutes, by default.</summary>
    [JsonStringEnumMemberName("red")]
    Red = 1,

    /// <summary>Within 4 hours, by default.</summary>
    [JsonStringEnumMemberName("amber")]
    Amber = 2,

    /// <summary>Within a working day, by default.</summary>
    [JsonStringEnumMemberName("green")]
    Green = 3,

    /// <summary>Information: no clock.</summary>
    [JsonStringEnumMemberName("blue")]
    Blue = 4,
}

/// <summary>How long a named person has to acknowledge. Source: vocabulary, "Severity". Calendars come with another rule edition: until
/// then a working day is 24 hours, which is sooner.</summary>
public static class AcknowledgementClock
{
    /// <summary>The span, or null for none.</summary>
    public static TimeSpan? Of(Severity severity) => severity switch
    {
        Severity.Red => TimeSpan.FromMinutes(30),
        Severity.Amber => TimeSpan.FromHours(4),
        Severity.Green => TimeSpan.FromHours(24),
        _ => null,
    };
}
