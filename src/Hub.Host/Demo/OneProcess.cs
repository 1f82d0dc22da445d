using Hub.Client.Connections;
using Hub.Host.Configuration;
using Hub.Silo;
using Hub.Silo.Audit;

namespace Hub.Host.Demo;

/// <summary>The whole hub inside the demo's own process, on the embedded store.</summary>
internal sealed class OneProcess : IDemoHub
{
    public const string About = "A hub of its own on this machine: gRPC over mutual TLS, embedded store. Everybody here is fictional.";
    private readonly HubOptions options;
    private readonly HubProcess hub;

    private OneProcess(HubOptions options, HubProcess hub) => (this.options, this.hub) = (options, hub);

    public IReadOnlyList<string> Gateways => [options.Gateway.Listen];

    public IReadOnlyList<string> Operators => [options.Telemetry.Listen];

    public IReadOnlyList<Func<DemoStory, Task>> Mishaps => [];

    public static async Task<IDemoHub> Start(string folder, CertificateAuthority agencies, CancellationToken stop)
    {
        var told = new HubOptions
        {
            Gateway = new GatewayOptions
            {
                Listen = DemoPorts.FreeAddress(),
                CertificateFile = agencies.CertificateFile(DemoStage.HubName),
                KeyFile = agencies.KeyFile(DemoStage.HubName),
                AuthoritiesFile = agencies.RootFile,
            },
            Telemetry = new TelemetryOptions { Listen = DemoPorts.FreeAddress() },
            Silo = new SiloOptions
            {
                Store = new StoreOptions { Folder = Path.Combine(folder, "data") },
                Cluster = new ClusterPorts { Silo = DemoPorts.Free(), Gateway = DemoPorts.Free() },
            },
        };
        told.Silo.Identity.RegistrarKeys = [agencies.Fingerprint(DemoStage.RegistrarName)];
        told.Silo.Identity.AllowUnsignedPractitioners = true;
        return new OneProcess(told, await HubProcess.Start(told, TimeProvider.System, DemoLogging.ErrorsOnly, stop));
    }

    public Task<AuditReport> Audit(CancellationToken stop) => hub.Audit(stop);

    public Task<DecisionReport> Decisions(CancellationToken stop) => hub.Decisions(stop);

    public IEnumerable<DemoNote> Promises(AuditReport audit) => [];

    public Task WaitForShutdown(CancellationToken stop) => hub.WaitForShutdown(stop);

    public ValueTask DisposeAsync() => hub.DisposeAsync();
}
