using System.Runtime.CompilerServices;
using Grpc.Core;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Inbox.V1;

namespace Hub.Client.Inbox;

/// <summary>Receives what teams hear, and goes on after broken connections, restarts of the hub and streams that it cut off.</summary>
/// <remarks><para>Each delivery comes at least once: what was not confirmed comes again, with the same <c>delivery_id</c>, after every
/// new subscription. Store that id in the same transaction as the work that the delivery causes, confirm afterwards, and leave work undone
/// whose id is stored already. Deliveries about one person come in their order.</para>
/// <para>Nothing is left out, put together, or confirmed by itself. A confirmation says that a machine has the delivery; that a person
/// has taken it is said by <c>AcknowledgeDelivery</c>.</para></remarks>
public sealed class HubInbox
{
    // A hub's heartbeat comes every 25 seconds.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(75);

    private const int ConfirmedAtOnce = 256;
    private readonly HubClient client;
    private readonly HubRetry retry;

    /// <summary>Reads and confirms over a client.</summary>
    /// <param name="client">Its agency must be the teams' agency.</param>
    /// <param name="retry">How often in a row and how soon to subscribe again; <see cref="Untiring"/> when left out.</param>
    public HubInbox(HubClient client, HubRetry? retry = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        (this.client, this.retry) = (client, retry ?? Untiring);
    }

    /// <summary>Never gives up by itself; half a second, doubling up to eight.</summary>
    public static HubRetry Untiring { get; } = HubRetry.Default with { Attempts = int.MaxValue };

    /// <summary>Told what ended a subscription, before the pause after which there is a new one.</summary>
    public Action<RpcException>? Interrupted { get; init; }

    /// <summary>All deliveries from the subscriber's mark on, until it is stopped. Subscribes again after UNAVAILABLE, RESOURCE_EXHAUSTED,
    /// ABORTED, a broken connection, an end without a reason and a silence of three heartbeats.</summary>
    /// <param name="team">The team, as agency/team.</param>
    /// <param name="subscriber">The registered system that receives. It has one subscription at a time: two readers under one name
    /// keep taking it from each other.</param>
    /// <param name="stop">Ends it, with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="HubRefusedException">The hub refuses the subscriber for another reason, such as NOT_KNOWN or UNKNOWN_CALLER.</exception>
    public async IAsyncEnumerable<Delivery> ReadAll(string team, string subscriber, [EnumeratorCancellation] CancellationToken stop = default)
    {
        var request = new SubscribeRequest { TeamId = team, Subscriber = subscriber };
        var clock = client.Clock;
        for (var attempt = 1; ; attempt++)
        {
            using var subscription = new OpenSubscription(client.Inbox, request, LongestSilence, clock, stop);
            while (await subscription.Next().ConfigureAwait(false))
            {
                // Also a heartbeat shows that the hub is there.
                attempt = 0;
                foreach (var delivery in subscription.Deliveries)
                {
                    yield return delivery;
                }
            }

            var ended = subscription.Ended!;
            if (!subscription.MayBeOpenedAgain || attempt >= retry.Attempts)
            {
                throw ended;
            }

            Interrupted?.Invoke(ended);
            var pause = retry.PauseAfter(Math.Max(attempt, 1), (ended as HubRefusedException)?.RetryAfter ?? TimeSpan.Zero);
            await Task.Delay(pause, clock, stop).ConfigureAwait(false);
        }
    }

    /// <summary>Says that the subscriber's machine has these deliveries; they do not come again. May be repeated. Past 256 deliveries
    /// it takes several calls, each of which takes all of its part or nothing.</summary>
    /// <exception cref="HubRefusedException">INVALID_REFERENCE or NOT_DELIVERED for one that was not handed over to this subscriber.</exception>
    public async Task Confirm(string team, string subscriber, IEnumerable<Delivery> deliveries, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        foreach (var part in deliveries.Select(d => d.DeliveryId).Chunk(ConfirmedAtOnce))
        {
            var request = new ConfirmDeliveriesRequest { TeamId = team, Subscriber = subscriber, DeliveryIds = { part } };
            await client.Inbox.ConfirmDeliveriesAsync(request, cancellationToken: stop).ResponseAsync.ConfigureAwait(false);
        }
    }
}
