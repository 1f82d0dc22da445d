using Grpc.Core;

namespace Hub.Client.Connections;

/// <summary>The one question of gRPC's health service that a client asks: is the whole process serving?</summary>
internal static class HubHealth
{
    // grpc.health.v1 as bytes: an empty request asks for the whole process; the answer's field 1 holds 1 for SERVING.
    private static readonly byte[] Serving = [0x08, 0x01];

    private static readonly Method<byte[], byte[]> Check = new(
        MethodType.Unary,
        "grpc.health.v1.Health",
        "Check",
        Marshallers.Create<byte[]>(bytes => bytes, bytes => bytes),
        Marshallers.Create<byte[]>(bytes => bytes, bytes => bytes));

    public static async Task<bool> IsServing(CallInvoker hub, CallOptions options)
    {
        using var call = hub.AsyncUnaryCall(Check, null, options, []);
        return (await call.ResponseAsync.ConfigureAwait(false)).AsSpan().SequenceEqual(Serving);
    }
}
