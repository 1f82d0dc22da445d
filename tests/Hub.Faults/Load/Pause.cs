namespace Hub.Faults.Load;

/// <summary>A pause between two looks at another process, by the clock that it is given.</summary>
internal static class Pause
{
    public static async Task For(TimeSpan span, TimeProvider time)
    {
        if (span > TimeSpan.Zero)
        {
            using var timer = new PeriodicTimer(span, time);
            await timer.WaitForNextTickAsync();
        }
    }
}
