using System.Net;
using Hub.Contracts.Agencies;
using Hub.Contracts.Calls;
using Hub.Domain.Agencies;
using Hub.Host.Cluster;
using Hub.Host.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hub.Faults.Cluster;

/// <summary>Somebody who knows Orleans, the hub's grains and a silo's port, and comes with whatever certificate, or none.</summary>
internal static class OrleansClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Whether a grain answers, however it answers.</summary>
    public static async Task<bool> IsAnswered(int port, ClusterOptions? certificates)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(TimeProvider.System);
        builder.UseOrleansClient(client =>
        {
            client.UseStaticClustering(new IPEndPoint(IPAddress.Loopback, port));
            client.Configure<Orleans.Configuration.ClusterOptions>(o => (o.ServiceId, o.ClusterId) = ("hub", "hub-1"));
            client.UseConnectionRetryFilter<WayIn>();
            if (certificates is not null)
            {
                client.Services.AddClusterDoor(certificates);
                ClusterDoor.Guard(client);
            }
        });
        using var host = builder.Build();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await host.StartAsync(patience.Token);
            var nobody = new Call(KeyFingerprint.TryParse(new string('0', 64))!, "", "", "", false);
            await host.Services.GetRequiredService<IGrainFactory>().GetGrain<IAgencyEntrance>(0).WhoAmI(nobody).WaitAsync(patience.Token);
            return true;
        }
#pragma warning disable CA1031 // Any failure whatever is what is asked for; that the same way leads in with the right certificate is asked too.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }
}
