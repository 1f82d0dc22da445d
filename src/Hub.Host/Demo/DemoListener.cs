using System.Threading.Channels;
using Grpc.Core;
using Hub.Client;
using Hub.Client.Inbox;
using Hub.Inbox.V1;

namespace Hub.Host.Demo;

/// <summary>A system that listens to its team's inbox. It confirms what comes, as soon as it has it.</summary>
internal sealed class DemoListener : IAsyncDisposable
{
    public const string Subscriber = "case-system";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Channel<(Delivery Delivery, long At)> heard = Channel.CreateUnbounded<(Delivery, long)>();
    private readonly CancellationTokenSource end = new();
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly HubInbox inbox;
    private readonly string team;
    private readonly TimeProvider time;
    private readonly Task reading;

    public DemoListener(HubClient client, string team, TimeProvider time)
    {
        (inbox, this.team, this.time) = (new HubInbox(client), team, time);
        reading = Read();
    }

    /// <summary>The next delivery, and the timestamp at which it came in.</summary>
    public async Task<(Delivery Delivery, long At)> Next(CancellationToken stop) => await heard.Reader.ReadAsync(stop).AsTask().WaitAsync(Patience, time, stop);

    /// <summary>Deliveries that came in and that nobody has asked for.</summary>
    public int Unasked => heard.Reader.Count;

    /// <summary>Ends the stream; may be called again.</summary>
    public async Task Close()
    {
        await end.CancelAsync();
        await reading;
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        end.Dispose();
    }

    private async Task Read()
    {
        try
        {
            await foreach (var delivery in inbox.ReadAll(team, Subscriber, end.Token))
            {
                var at = time.GetTimestamp();
                await inbox.Confirm(team, Subscriber, [delivery], end.Token);
                if (known.Add(delivery.DeliveryId))
                {
                    await heard.Writer.WriteAsync((delivery, at), end.Token);
                }
            }
        }
        catch (Exception e) when (e is RpcException or OperationCanceledException)
        {
            heard.Writer.TryComplete(end.IsCancellationRequested ? null : e);
        }
    }
}
