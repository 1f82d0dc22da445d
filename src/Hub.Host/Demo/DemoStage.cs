using System.Net;
using System.Net.Sockets;
using Hub.Client;
using Hub.Client.Connections;
using Hub.Host.Configuration;
using Hub.Silo;
using Microsoft.Extensions.Logging.Console;

namespace Hub.Host.Demo;

/// <summary>A hub of its own in a fresh folder, with a private authority, that the story plays on. Everybody in it has a connection of
/// their own over mutual TLS, as agencies' systems do.</summary>
internal sealed class DemoStage : IAsyncDisposable
{
    private readonly List<HubClient> clients = [];
    private readonly CertificateAuthority authority;
    private readonly HubProcess hub;

    private DemoStage(string folder, CertificateAuthority authority, HubOptions options, HubProcess hub)
    {
        (Folder, this.authority, Options, this.hub) = (folder, authority, options, hub);
        Registrar = Connect("registrar", null, null);
    }

    public string Folder { get; }

    public HubOptions Options { get; }

    public HubClient Registrar { get; }

    public static async Task<DemoStage> Open(CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("hub-demo-").FullName;
        try
        {
            return await Open(folder, stop);
        }
        catch
        {
            // It holds keys.
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>A new key for an agency: its fingerprint is what the registrar registers.</summary>
    public string NewKey(string name)
    {
        authority.IssueClient(name);
        return authority.Fingerprint(name);
    }

    public string Fingerprint(string name) => authority.Fingerprint(name);

    public HubClient Connect(string key, string? agency, string? practitioner)
    {
        var certificates = HubCertificates.FromPemFiles(authority.CertificateFile(key), authority.KeyFile(key), authority.RootFile);
        var address = new Uri($"https://{Options.Gateway.Listen}");
        var client = new HubClient(new HubClientOptions(address, certificates) { Agency = agency, Practitioner = practitioner });
        clients.Add(client);
        return client;
    }

    public Task<Silo.Audit.AuditReport> Audit(CancellationToken stop) => hub.Audit(stop);

    public Task<Silo.Audit.DecisionReport> Decisions(CancellationToken stop) => hub.Decisions(stop);

    public Task WaitForShutdown(CancellationToken stop) => hub.WaitForShutdown(stop);

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(c => c.Dispose());
        await hub.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<DemoStage> Open(string folder, CancellationToken stop)
    {
        var certs = CertificateAuthority.OpenOrCreate(Path.Combine(folder, "certs"));
        certs.IssueServer("hub", "localhost", "127.0.0.1");
        certs.IssueClient("registrar");
        var options = new HubOptions
        {
            Gateway = new GatewayOptions
            {
                Listen = $"127.0.0.1:{FreePort()}",
                CertificateFile = certs.CertificateFile("hub"),
                KeyFile = certs.KeyFile("hub"),
                AuthoritiesFile = certs.RootFile,
            },
            Telemetry = new TelemetryOptions { Listen = $"127.0.0.1:{FreePort()}" },
            Silo = new SiloOptions
            {
                Store = new StoreOptions { Folder = Path.Combine(folder, "data") },
                Cluster = new ClusterPorts { Silo = FreePort(), Gateway = FreePort() },
            },
        };
        options.Silo.Identity.RegistrarKeys = [certs.Fingerprint("registrar")];
        options.Silo.Identity.AllowUnsignedPractitioners = true;
        var process = await HubProcess.Start(options, TimeProvider.System, Quiet, stop);
        return new DemoStage(folder, certs, options, process);
    }

    // Standard output is the story's.
    private static void Quiet(ILoggingBuilder logging)
    {
        logging.SetMinimumLevel(LogLevel.Error).AddFilter("Orleans", LogLevel.Error).AddFilter("Microsoft", LogLevel.Error);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
