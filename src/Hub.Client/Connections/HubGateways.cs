using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Balancer;

namespace Hub.Client.Connections;

/// <summary>Several gateways of one hub behind one channel: the first that answers is used, and when it goes the next.</summary>
internal static class HubGateways
{
    public static GrpcChannel Channel(IReadOnlyList<Uri> addresses, GrpcChannelOptions options)
    {
        if (addresses.Count == 1)
        {
            return GrpcChannel.ForAddress(addresses[0], options);
        }

        options.Credentials = ChannelCredentials.SecureSsl;
        options.ServiceProvider = new Resolvers(new StaticResolverFactory(_ => [.. addresses.Select(a => new BalancerAddress(a.Host, a.Port))]));
        return GrpcChannel.ForAddress("static:///hub", options);
    }

    /// <summary>All that a channel asks its services for.</summary>
    private sealed class Resolvers(ResolverFactory own) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(IEnumerable<ResolverFactory>) ? new[] { own } : null;
    }
}
