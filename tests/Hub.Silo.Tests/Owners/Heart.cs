using Hub.Contracts.Cluster;
using Hub.Silo.Inbox;

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
        var own = silo.Grains.GetGrain<IDoor>(silo.Service<InboxServices>().Silo);
        await own.Beat(Gateway);
        return new Heart(own);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await beating;
        stopping.Dispose();
    }

    private async Task Beat()
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        try
        {
            while (await ticks.WaitForNextTickAsync(stopping.Token))
            {
                await door.Beat(Gateway);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed of.
        }
    }
}
