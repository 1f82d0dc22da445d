using Hub.Client;
using Hub.Client.Connections;

namespace Hub.Host.Demo;

/// <summary>A fresh folder with a private authority, and a hub of its own that the story plays on. Everybody in it has a connection of
/// their own over mutual TLS, as agencies' systems do.</summary>
internal sealed class DemoStage : IAsyncDisposable
{
    public const string HubName = "hub";
    public const string RegistrarName = "registrar";
    private readonly List<HubClient> clients = [];
    private readonly CertificateAuthority authority;

    private DemoStage(string folder, CertificateAuthority authority, IDemoHub hub)
    {
        (Folder, this.authority, Hub) = (folder, authority, hub);
        Registrar = Connect(RegistrarName, null, null);
    }

    public string Folder { get; }

    public IDemoHub Hub { get; }

    public HubClient Registrar { get; }

    /// <summary>With the hub that <paramref name="start"/> starts in the folder.</summary>
    public static async Task<DemoStage> Open(Func<string, CertificateAuthority, CancellationToken, Task<IDemoHub>> start, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("hub-demo-").FullName;
        try
        {
            var issuer = CertificateAuthority.OpenOrCreate(Path.Combine(folder, "certs"));
            issuer.IssueServer(HubName, "localhost", "127.0.0.1");
            issuer.IssueClient(RegistrarName);
            return new DemoStage(folder, issuer, await start(folder, issuer, stop));
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

    /// <summary>A connection through one of the gateways, each in its turn.</summary>
    public HubClient Connect(string key, string? agency, string? practitioner)
    {
        var certificates = HubCertificates.FromPemFiles(authority.CertificateFile(key), authority.KeyFile(key), authority.RootFile);
        var address = new Uri($"https://{Hub.Gateways[clients.Count % Hub.Gateways.Count]}");
        var client = new HubClient(new HubClientOptions(address, certificates) { Agency = agency, Practitioner = practitioner });
        clients.Add(client);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(c => c.Dispose());
        try
        {
            await Hub.DisposeAsync();
        }
        finally
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
