using Hub.Host.Configuration;
using ClientConnectionOptions = Orleans.Configuration.ClientConnectionOptions;
using SiloConnectionOptions = Orleans.Configuration.SiloConnectionOptions;

namespace Hub.Host.Cluster;

/// <summary>Puts mutual TLS on every connection between processes of the cluster, in both directions.</summary>
internal static class ClusterDoor
{
    public static IServiceCollection AddClusterDoor(this IServiceCollection services, ClusterOptions files)
        => services.AddSingleton<ClusterDoorLog>().AddSingleton(s => new ClusterCertificates(files, s.GetRequiredService<ClusterDoorLog>()));

    public static void Guard(ISiloBuilder silo)
        => silo.Services.AddOptions<SiloConnectionOptions>().Configure<ClusterCertificates, ClusterDoorLog>((ports, certificates, log) =>
        {
            ports.ConfigureSiloInboundConnection(c => c.UseMiddleware(new ClusterHandshake(certificates, log, isInbound: true)));
            ports.ConfigureGatewayInboundConnection(c => c.UseMiddleware(new ClusterHandshake(certificates, log, isInbound: true)));
            ports.ConfigureSiloOutboundConnection(c => c.UseMiddleware(new ClusterHandshake(certificates, log, isInbound: false)));
        });

    public static void Guard(IClientBuilder client)
    {
        client.Services.AddSingleton<LostWays>().AddSingleton<IOutgoingGrainCallFilter>(s => s.GetRequiredService<LostWays>());
        client.Services.AddOptions<ClientConnectionOptions>().Configure<ClusterCertificates, ClusterDoorLog, LostWays>((ports, certificates, log, ways) =>
            ports.ConfigureConnection(c => c.UseMiddleware(new ClusterHandshake(certificates, log, isInbound: false, ways.Lost))));
    }
}
