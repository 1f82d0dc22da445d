namespace Hub.Silo.Tests.Register;

/// <summary>A counter and a wall clock that go as a test says, each by itself.</summary>
internal sealed class TwoClocks : TimeProvider
{
    public TimeSpan Counter { get; set; }

    public DateTimeOffset Wall { get; set; } = UnixEpoch;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    private static DateTimeOffset UnixEpoch => DateTimeOffset.UnixEpoch.AddYears(50);

    public override long GetTimestamp() => Counter.Ticks;

    public override DateTimeOffset GetUtcNow() => Wall;

    public void Pass(double seconds)
    {
        Counter += TimeSpan.FromSeconds(seconds);
        Wall += TimeSpan.FromSeconds(seconds);
    }
}
