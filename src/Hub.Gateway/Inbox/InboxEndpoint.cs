using Grpc.Core;
using Hub.Contracts.Calls;
using Hub.Contracts.Inbox;
using Hub.Domain;
using Hub.Gateway.Calls;
using Hub.Gateway.Errors;
using Hub.Inbox.V1;
using Microsoft.Extensions.Hosting;

namespace Hub.Gateway.Inbox;

internal sealed class InboxEndpoint(IGrainFactory grains, CallReader calls, Contacts contacts, IHostApplicationLifetime life, TimeProvider time) : InboxService.InboxServiceBase
{
    private const int Batch = 64;
    private const int LongestWait = 30;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(25);

    private IInboxEntrance Entrance => field ??= grains.GetGrain<IInboxEntrance>(0);

    public override async Task<RegisterSubscriberResponse> RegisterSubscriber(RegisterSubscriberRequest request, ServerCallContext context)
    {
        await Entrance.RegisterSubscriber(calls.Write(context, request.RequestId, request.ValidateOnly), request.TeamId, request.Subscriber).OrRefuse();
        return new RegisterSubscriberResponse();
    }

    public override async Task<EndSubscriberResponse> EndSubscriber(EndSubscriberRequest request, ServerCallContext context)
    {
        await Entrance.EndSubscriber(calls.Write(context, request.RequestId, request.ValidateOnly), request.TeamId, request.Subscriber).OrRefuse();
        return new EndSubscriberResponse();
    }

    public override async Task Subscribe(SubscribeRequest request, IServerStreamWriter<SubscribeResponse> responseStream, ServerCallContext context)
    {
        var (subscription, contact) = await Begin(calls.Read(context), request.TeamId, request.Subscriber, polls: false);
        await using var line = new DeliveryLine(Entrance, request.TeamId, subscription, contact, context.GetHttpContext(), time);
        await line.Write(() => responseStream.WriteAsync(new SubscribeResponse()));
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, life.ApplicationStopping);
        try
        {
            do
            {
                // Who is calling is asked anew with every batch: a key may be revoked while its stream is open. A line that was cut is over for the
                // silo at once, and what is still given goes nowhere, and comes again.
                var taking = Entrance.Take(calls.Read(context), request.TeamId, subscription, Batch, Heartbeat);
                if (await Task.WhenAny(taking, line.Cut).WaitAsync(over.Token) != taking)
                {
                    return;
                }

                var batch = await taking.OrRefuse();
                var message = new SubscribeResponse { Deliveries = { batch.Deliveries.Select(DeliveryOnTheWire.Of) } };
                if (!await line.Write(() => responseStream.WriteAsync(message)))
                {
                    return;
                }
            }
            while (true);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            throw new RefusedException(Refusal.Because(RefusalReason.TryAgain));
        }
    }

    public override async Task<FetchDeliveriesResponse> FetchDeliveries(FetchDeliveriesRequest request, ServerCallContext context)
    {
        if (request.WaitSeconds is < 0 or > LongestWait)
        {
            throw new RefusedException(Refusal.About(RefusalReason.InvalidField, "wait_seconds", $"must be 0 to {LongestWait}"));
        }

        var call = calls.Read(context);
        var (subscription, contact) = await Begin(call, request.TeamId, request.Subscriber, polls: true);
        var patience = TimeSpan.FromSeconds(request.WaitSeconds);

        // Before anything of it is taken: what is called back on its way here is not given on.
        var recall = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        contact.Hold(subscription.Number, () => recall.TrySetResult());
        var taking = Entrance.Take(call, request.TeamId, subscription, Batch, patience);
        DeliveryBatch batch;
        try
        {
            // What is given once the silo is out of contact may not be held, and a poll is soon made again.
            batch = await taking.WaitAsync(contact.Over).OrRefuse();
            if (!contact.IsOpen || recall.Task.IsCompleted)
            {
                throw new RefusedException(Refusal.Because(RefusalReason.TryAgain));
            }
        }
        catch (Exception e)
        {
            // Whatever it was given, or is still given, never gets to the client.
            contact.LetGo(subscription.Number);
            _ = GiveUp(taking, request.TeamId, subscription);
            throw e is OperationCanceledException ? new RefusedException(Refusal.Because(RefusalReason.TryAgain)) : e;
        }

        if (batch.Deliveries.IsEmpty)
        {
            contact.LetGo(subscription.Number);
            await Entrance.Ended(request.TeamId, subscription);
            return new FetchDeliveriesResponse();
        }

        PolledAnswer.Guard(Entrance, request.TeamId, subscription, contact, recall.Task, context.GetHttpContext(), time);
        return new FetchDeliveriesResponse { Deliveries = { batch.Deliveries.Select(DeliveryOnTheWire.Of) } };
    }

    private async Task GiveUp(Task taking, string team, Subscription subscription)
    {
        await Entrance.Ended(team, subscription).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await taking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Entrance.Ended(team, subscription).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>A subscription, and the silo that gives hears this gateway before anything is taken.</summary>
    private async Task<(Subscription Subscription, Contact Contact)> Begin(Call call, string team, string subscriber, bool polls)
    {
        var subscription = await Entrance.Subscribe(call, team, subscriber, polls, contacts.Self).OrRefuse();
        return await contacts.With(subscription.Silo) is { } contact
            ? (subscription, contact)
            : throw new RefusedException(Refusal.Because(RefusalReason.TryAgain));
    }

    public override async Task<ConfirmDeliveriesResponse> ConfirmDeliveries(ConfirmDeliveriesRequest request, ServerCallContext context)
    {
        await Entrance.Receive(calls.Read(context), request.TeamId, request.Subscriber, [.. request.DeliveryIds]).OrRefuse();
        return new ConfirmDeliveriesResponse();
    }

    public override async Task<FetchRestrictedResponse> FetchRestricted(FetchRestrictedRequest request, ServerCallContext context)
    {
        var batch = await Entrance.FetchRestricted(calls.Read(context), request.TeamId, request.PageSize).OrRefuse();
        if (batch.Deliveries.IsEmpty)
        {
            // Nothing is there, or all of it is kept from her.
            CallProgress.LeaveOnTheStep(context);
        }

        return new FetchRestrictedResponse { Deliveries = { batch.Deliveries.Select(DeliveryOnTheWire.Of) } };
    }

    public override async Task<AcknowledgeDeliveryResponse> AcknowledgeDelivery(AcknowledgeDeliveryRequest request, ServerCallContext context)
    {
        var call = calls.Write(context, request.RequestId, request.ValidateOnly);
        var said = await Entrance.Acknowledge(call, request.TeamId, request.DeliveryId, (int)request.Acknowledgement).OrRefuse();
        return new AcknowledgeDeliveryResponse { IsFirst = said.IsFirst };
    }
}
