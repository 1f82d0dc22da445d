using Grpc.Core;
using Grpc.Core.Interceptors;
using Hub.Contracts.Agencies;
using Hub.Domain;
using Hub.Gateway.Calls;
using Microsoft.Extensions.Logging;

namespace Hub.Gateway.Errors;

/// <summary>The one place where refusals and failures become gRPC statuses, and where what must not be told apart waits for its step to end. Of a failure only
/// its type and place are told, and only to our log.</summary>
internal sealed partial class RefusalInterceptor(IGrainFactory grains, CallReader calls, CallTelemetry telemetry, TimeProvider time, ILogger<RefusalInterceptor> log) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request,
        ServerCallContext context,
        UnaryServerMethod<TRequest, TResponse> continuation)
    {
        var response = default(TResponse);
        await Run(context, async () => response = await continuation(request, context));
        return response!;
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
        => Run(context, () => continuation(request, responseStream, context));

    private async Task Run(ServerCallContext context, Func<Task> call)
    {
        var progress = CallProgress.Of(context.GetHttpContext());
        progress.MessageWasRead = true;
        var step = NeutralStep.Begin(time);
        context.ResponseTrailers.Add(CallMetadata.Reference, progress.Reference);
        var (began, outcome) = (telemetry.Begin(), "OK");
        try
        {
            await call();
            await (progress.LeavesOnTheStep ? step.End(context.CancellationToken) : Task.CompletedTask);
        }
        catch (Exception) when (context.CancellationToken.IsCancellationRequested)
        {
            // The client has gone, or was sent away: there is nobody to tell.
            outcome = "GONE";
            throw new RpcException(new Status(StatusCode.Cancelled, ""));
        }
        catch (RefusedException refused)
        {
            outcome = WireReason.Of(refused.Refusal.Reason).Name;
            var status = await Say(refused.Refusal, context);
            await (progress.LeavesOnTheStep || refused.Refusal.Reason == RefusalReason.NotKnown ? step.End(context.CancellationToken) : Task.CompletedTask);
            throw status.ToRpcException();
        }
        catch (Exception lost) when (lost is OrleansException or TimeoutException)
        {
            outcome = "LOST";
            LogLost(context.Method, lost.GetType(), progress.Reference);
            throw WireStatus.Of(Refusal.Because(RefusalReason.TryAgain)).ToRpcException();
        }

        // CA1031: whatever else went wrong must not reach the wire in its own words.
#pragma warning disable CA1031
        catch (Exception failure)
#pragma warning restore CA1031
        {
            outcome = "FAILED";
            throw Unexpected(failure, context).ToRpcException();
        }
        finally
        {
            telemetry.End(began, context.Method, outcome);
        }
    }

    private async Task<Google.Rpc.Status> Say(Refusal refusal, ServerCallContext context)
    {
        LogRefused(context.Method, refusal.Reason, CallProgress.Of(context.GetHttpContext()).Reference);
        if (refusal.Reason != RefusalReason.NotKnown)
        {
            return WireStatus.Of(refusal);
        }

        // CA1031: a neutral answer without a number to call would be none; the caller hears to try again instead.
#pragma warning disable CA1031
        try
        {
            var me = await grains.GetGrain<IAgencyEntrance>(0).WhoAmI(calls.Read(context)).OrRefuse();
            return WireStatus.NotKnown(me.DutyNumber);
        }
        catch (RefusedException refused) when (refused.Refusal.Reason != RefusalReason.NotKnown)
        {
            return WireStatus.Of(refused.Refusal);
        }
        catch (Exception failure)
        {
            return Unexpected(failure, context);
        }
#pragma warning restore CA1031
    }

    private Google.Rpc.Status Unexpected(Exception failure, ServerCallContext context)
    {
        LogFailed(context.Method, failure.GetType(), failure.StackTrace, CallProgress.Of(context.GetHttpContext()).Reference);
        return WireStatus.Of(Refusal.Because(RefusalReason.TryAgain));
    }
}
