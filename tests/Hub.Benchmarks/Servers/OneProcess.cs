using Hub.Client;
using Hub.Client.Calls;
using Hub.Client.Connections;
using Hub.Faults.Processes;
using Hub.Silo;

namespace Hub.Benchmarks.Servers;

/// <summary>Silo and gateway in one process, on an empty store.</summary>
internal sealed class OneProcess : HubPlace
{
    private readonly HubSite site;

    private OneProcess(HubSite site) => this.site = site;

    public override CertificateAuthority Authority => site.Authority;

    public override IReadOnlyList<int> Pids => [site.Host.Pid];

    public static async Task<OneProcess> Start(StoreKind store)
    {
        var place = new OneProcess(await HubSite.Create(store));
        try
        {
            var port = HubSite.FreePort();
            place.site.Settings["Telemetry"]!["Listen"] = $"127.0.0.1:{port}";
            await place.site.Start();
            place.Ask(port);
            return place;
        }
        catch
        {
            await place.DisposeAsync();
            throw;
        }
    }

    public override HubClient Client(string key, string? agency = null, string? practitioner = null, HubRetry? retry = null)
        => site.Client(key, agency, practitioner, retry);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await site.DisposeAsync();
    }
}
