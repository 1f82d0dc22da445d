using Hub.Client;
using Hub.Client.Calls;
using Hub.Client.Connections;
using Hub.Faults.Cluster;
using Hub.Faults.Processes;

namespace Hub.Benchmarks.Servers;

/// <summary>Two silos and gateways as processes of their own over an empty PostgreSQL database, mutual TLS between all of them.</summary>
internal sealed class OneCluster : HubPlace
{
    private static readonly string[] Silos = ["silo-1", "silo-2"];
    private readonly HubCluster cluster;
    private readonly List<string> names = [];

    private OneCluster(HubCluster cluster) => this.cluster = cluster;

    public override CertificateAuthority Authority => cluster.Agencies;

    public override IReadOnlyList<int> Pids => [.. names.Select(n => cluster.Of(n).Pid)];

    /// <summary>Which gateway the next clients call.</summary>
    public string Gateway { get; set; } = "gateway-1";

    public static async Task<OneCluster> Start(int gateways)
    {
        var place = new OneCluster(await HubCluster.Create());
        try
        {
            foreach (var name in Silos.Concat(Enumerable.Range(1, gateways).Select(g => $"gateway-{g}")))
            {
                var port = HubSite.FreePort();
                await place.cluster.Start(name, settings => settings["Telemetry"]!["Listen"] = $"127.0.0.1:{port}");
                place.names.Add(name);
                place.Ask(port);
            }

            return place;
        }
        catch
        {
            await place.DisposeAsync();
            throw;
        }
    }

    public HostProcess Of(string name) => cluster.Of(name);

    public override HubClient Client(string key, string? agency = null, string? practitioner = null, HubRetry? retry = null)
        => cluster.Client(Gateway, key, agency, practitioner, retry);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await cluster.DisposeAsync();
    }
}
