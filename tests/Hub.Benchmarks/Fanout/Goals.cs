namespace Hub.Benchmarks.Fanout;

/// <summary>What is aimed at on two cores with client, hub and PostgreSQL together.</summary>
internal static class Goals
{
    public const int Rate = 500;

    public const int RateFanOut = 4;

    public const int RateElementBytes = 512;

    public static readonly TimeSpan Median = TimeSpan.FromMilliseconds(2);

    public static readonly TimeSpan Percentile99 = TimeSpan.FromMilliseconds(10);

    /// <summary>Updates per second; null where none is set.</summary>
    public static int? UpdatesPerSecond(int fanOut) => fanOut switch
    {
        1 => 17_000,
        4 => 12_000,
        10 => 7_000,
        _ => null,
    };
}
