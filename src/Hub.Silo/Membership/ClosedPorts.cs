using Microsoft.AspNetCore.Connections;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Hub.Silo.Membership;

/// <summary>Orleans' ports are plaintext and unauthenticated by default. A silo that is alone has nobody to expect: it ends every
/// connection to them before a byte is read.</summary>
internal static class ClosedPorts
{
    public static void StayAlone(this ISiloBuilder silo, SiloOptions options)
    {
        var (service, cluster) = ClusterName.Of(options.Number);
        silo.UseLocalhostClustering(options.Cluster.Silo, options.Cluster.Gateway, serviceId: service, clusterId: cluster);

        // A silo that is alone has nobody to judge it: a wall clock that jumps would make it declare itself dead.
        silo.Configure<ClusterMembershipOptions>(o => (o.LivenessEnabled, o.DefunctSiloCleanupPeriod) = (false, null));
        silo.Configure<SiloConnectionOptions>(ports =>
        {
            ports.ConfigureSiloInboundConnection(Refuse);
            ports.ConfigureGatewayInboundConnection(Refuse);
        });
    }

    private static void Refuse(IConnectionBuilder connection)
        => connection.Use(_ => context =>
        {
            context.Abort(new ConnectionAbortedException("this silo is alone and expects nobody"));
            return Task.CompletedTask;
        });
}
