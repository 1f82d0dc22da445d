namespace Hub.Gateway.Tests.Wire;

/// <summary>Looks again and again until something holds that no barrier tells of: a row in the database, bytes on a raw connection.</summary>
internal static class Look
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Task Until(Func<bool> holds) => Until(() => Task.FromResult(holds()));

    public static async Task Until(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!await holds())
        {
            await looks.WaitForNextTickAsync(patience.Token);
        }
    }
}
