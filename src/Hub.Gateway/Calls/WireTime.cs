using Google.Protobuf.WellKnownTypes;
using Hub.Domain;

namespace Hub.Gateway.Calls;

internal static class WireTime
{
    public static string Date(DateOnly? date) => date?.ToString("O") ?? "";

    /// <summary>To the second, downwards: finer times could join what two recipients hear of one event.</summary>
    public static Timestamp Instant(Moment moment) => new() { Seconds = moment.ToDateTimeOffset().ToUnixTimeSeconds() };
}
