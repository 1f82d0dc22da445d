namespace Hub.Domain.Agreements;

/// <summary>Days as instants. A day begins and ends at 00:00 UTC.</summary>
internal static class Period
{
    public static Moment Begin(DateOnly? day, Moment atOnce) => day is { } first ? Midnight(first) : atOnce;

    /// <summary>The instant after the last day.</summary>
    public static Moment? End(DateOnly? day) => day is { } last ? Midnight(last).Plus(TimeSpan.FromDays(1)) : null;

    private static Moment Midnight(DateOnly day) => Moment.Of(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero));
}
