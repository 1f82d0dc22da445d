namespace Hub.Gateway.Calls;

/// <summary>An instant by both clocks of this machine: the counter stands still while it is suspended, and the wall clock can be put back.</summary>
internal readonly record struct Deadline(long Counter, DateTimeOffset Wall)
{
    public static Deadline Now(TimeProvider time) => new(time.GetTimestamp(), time.GetUtcNow());

    public Deadline After(TimeSpan left, TimeProvider time) => new(Counter + (long)(left.TotalSeconds * time.TimestampFrequency), Wall + left);

    public bool IsLaterThan(Deadline other) => Counter > other.Counter;

    /// <summary>By the counter; zero once it has passed.</summary>
    public TimeSpan LeftBy(TimeProvider time)
        => time.GetTimestamp() is var now && now < Counter ? time.GetElapsedTime(now, Counter) : TimeSpan.Zero;

    /// <summary>By whichever clock says so first.</summary>
    public bool HasPassed(TimeProvider time) => time.GetTimestamp() >= Counter || time.GetUtcNow() >= Wall;
}
