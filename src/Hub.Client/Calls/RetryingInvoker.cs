using Grpc.Core;

namespace Hub.Client.Calls;

/// <summary>Makes a call again that the hub could not finish, with the very same request and so the same request id, and tells refusals
/// as what they are. Streams pass through: only their reader knows where to go on.</summary>
internal sealed class RetryingInvoker(CallInvoker hub, HubRetry retry, TimeProvider clock) : CallInvoker
{
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var attempts = new Attempts<TResponse>(() => hub.AsyncUnaryCall(method, host, options, request), retry, clock, options);
        return new AsyncUnaryCall<TResponse>(
            attempts.Run(),
            static state => ((Attempts<TResponse>)state).Last.ResponseHeadersAsync,
            static state => ((Attempts<TResponse>)state).Last.GetStatus(),
            static state => ((Attempts<TResponse>)state).Last.GetTrailers(),
            static state => ((Attempts<TResponse>)state).GiveUp(),
            attempts);
    }

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        using var call = AsyncUnaryCall(method, host, options, request);
        return call.ResponseAsync.GetAwaiter().GetResult();
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        => hub.AsyncServerStreamingCall(method, host, options, request);

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
        => hub.AsyncClientStreamingCall(method, host, options);

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
        => hub.AsyncDuplexStreamingCall(method, host, options);
}
