using Google.Protobuf.WellKnownTypes;
using Hub.Domain;

namespace Hub.Gateway.Calls;

internal static class WireTime
{
    public static string Date(DateOnly? date) => date?.ToString("O") ?? "";

    public static Timestamp Instant(Moment moment) => Timestamp.FromDateTimeOffset(moment.ToDateTimeOffset());
}
