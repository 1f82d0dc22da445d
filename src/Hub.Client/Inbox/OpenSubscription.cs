using Grpc.Core;
using Hub.Client.Errors;
using Hub.Inbox.V1;

namespace Hub.Client.Inbox;

/// <summary>One stream of deliveries, from its opening to whatever ends it.</summary>
internal sealed class OpenSubscription : IDisposable
{
    private readonly TimeSpan longestSilence;
    private readonly CancellationToken stop;
    private readonly CancellationTokenSource silence;
    private readonly CancellationTokenSource over;
    private readonly AsyncServerStreamingCall<SubscribeResponse> call;

    public OpenSubscription(InboxService.InboxServiceClient hub, SubscribeRequest request, TimeSpan longestSilence, TimeProvider clock, CancellationToken stop)
    {
        (this.longestSilence, this.stop) = (longestSilence, stop);
        silence = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        over = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, stop);
        call = hub.Subscribe(request, cancellationToken: over.Token);
    }

    public IReadOnlyList<Delivery> Deliveries => call.ResponseStream.Current.Deliveries;

    /// <summary>What ended it, once <see cref="Next"/> said that nothing more comes.</summary>
    public RpcException? Ended { get; private set; }

    public bool MayBeOpenedAgain { get; private set; }

    public async Task<bool> Next()
    {
        try
        {
            // The reader's own time between two messages is not the hub's silence.
            silence.CancelAfter(longestSilence);
            if (await call.ResponseStream.MoveNext(over.Token).ConfigureAwait(false))
            {
                silence.CancelAfter(Timeout.InfiniteTimeSpan);
                return true;
            }

            End(new RpcException(new Status(StatusCode.Unavailable, "The hub ended the subscription without a reason.")));
        }
        catch (Exception e) when (e is RpcException or OperationCanceledException)
        {
            stop.ThrowIfCancellationRequested();
            End(e as RpcException is { } failure && !silence.IsCancellationRequested
                ? failure
                : new RpcException(new Status(StatusCode.Unavailable, "The hub was silent for three heartbeats.")));
        }

        return false;
    }

    public void Dispose()
    {
        call.Dispose();
        over.Dispose();
        silence.Dispose();
    }

    private void End(RpcException failure)
    {
        var told = HubRefusedException.From(failure);
        Ended = told ?? failure;

        // A connection that broke in the middle of a message is no word of the hub, whatever status gRPC finds for it.
        MayBeOpenedAgain = failure.StatusCode is StatusCode.Unavailable or StatusCode.ResourceExhausted or StatusCode.Aborted
            || (told is null && failure.Status.DebugException is HttpRequestException or IOException);
    }
}
