using System.Threading.Channels;
using Google.Protobuf.Collections;
using Grpc.Core;
using Hub.Client;
using Hub.Inbox.V1;

namespace Hub.Host.Demo;

/// <summary>A system that listens: one open <c>Subscribe</c> stream. It confirms what comes, as soon as it has it.</summary>
internal sealed class DemoListener : IAsyncDisposable
{
    public const string Subscriber = "case-system";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Channel<(Delivery Delivery, long At)> heard = Channel.CreateUnbounded<(Delivery, long)>();
    private readonly TaskCompletionSource live = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource end = new();
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly HubClient client;
    private readonly string team;
    private readonly TimeProvider time;
    private Task reading = Task.CompletedTask;

    private DemoListener(HubClient client, string team, TimeProvider time) => (this.client, this.team, this.time) = (client, team, time);

    /// <summary>Returns once the hub has answered on the stream.</summary>
    public static async Task<DemoListener> Open(HubClient client, string team, TimeProvider time, CancellationToken stop)
    {
        var listener = new DemoListener(client, team, time);
        listener.reading = listener.Read();
        await listener.live.Task.WaitAsync(Patience, time, stop);
        return listener;
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
        while (!end.IsCancellationRequested)
        {
            try
            {
                using var call = client.Inbox.Subscribe(new SubscribeRequest { TeamId = team, Subscriber = Subscriber }, cancellationToken: end.Token);
                while (await call.ResponseStream.MoveNext(end.Token))
                {
                    live.TrySetResult();
                    await Take(call.ResponseStream.Current.Deliveries, time.GetTimestamp());
                }
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.ResourceExhausted or StatusCode.Unavailable && !end.IsCancellationRequested)
            {
                // As the protocol asks: subscribe again, and what was not received comes again.
            }
            catch (Exception e) when (e is RpcException or OperationCanceledException)
            {
                live.TrySetException(e);
                heard.Writer.TryComplete(end.IsCancellationRequested ? null : e);
                return;
            }
        }
    }

    private async Task Take(RepeatedField<Delivery> deliveries, long at)
    {
        if (deliveries.Count == 0)
        {
            return;
        }

        await client.Inbox.ConfirmDeliveriesAsync(
            new ConfirmDeliveriesRequest { TeamId = team, Subscriber = Subscriber, DeliveryIds = { deliveries.Select(d => d.DeliveryId) } }, cancellationToken: end.Token);
        foreach (var delivery in deliveries.Where(d => known.Add(d.DeliveryId)))
        {
            await heard.Writer.WriteAsync((delivery, at), end.Token);
        }
    }
}
