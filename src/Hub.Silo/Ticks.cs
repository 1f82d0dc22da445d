namespace Hub.Silo;

/// <summary>How work that comes round again waits for its turn.</summary>
internal static class Ticks
{
    /// <summary>True with the next tick, false once it is to stop.</summary>
    public static async Task<bool> Next(this PeriodicTimer ticks, CancellationToken stop)
    {
        try
        {
            return await ticks.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
