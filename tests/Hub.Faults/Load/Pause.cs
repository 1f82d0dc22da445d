namespace Hub.Faults.Load;

/// <summary>A pause between two looks at another process, by the clock that it is given. None where it would be shorter than a timer can be.</summary>
internal static class Pause
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    public static async Task For(TimeSpan span, TimeProvider time)
    {
        if (span >= Shortest)
        {
            using var timer = new PeriodicTimer(span, time);
            await timer.WaitForNextTickAsync();
        }
    }
}
