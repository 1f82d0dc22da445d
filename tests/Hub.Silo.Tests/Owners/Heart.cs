using Hub.Contracts.Cluster;

namespace Hub.Silo.Tests.Owners;

/// <summary>A gateway that lets itself be heard at a silo's door until it is disposed of.</summary>
internal sealed class Heart : IAsyncDisposable
{
    public const string Gateway = "gateway-1";
    private readonly CancellationTokenSource stopping = new();
    private readonly IDoor door;
    private readonly Task beating;

    private Heart(IDoor door)
    {
        this.door = door;
        beating = Beat();
    }

    public static async Task<Heart> Of(RunningSilo silo)
    {
        var own = silo.Grains.GetGrain<IDoor>(silo.Name);
        await own.Beat(Gateway, []);
        return new Heart(own);
    }

    /// <summary>Is not heard any more.</summary>
    public async Task Stop()
    {
        await stopping.CancelAsync();
        await beating;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        stopping.Dispose();
    }

    private async Task Beat()
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        try
        {
            while (await ticks.WaitForNextTickAsync(stopping.Token))
            {
                await door.Beat(Gateway, []);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed of.
        }
    }
}
