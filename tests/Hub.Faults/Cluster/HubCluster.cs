using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Client.Connections;
using Hub.Faults.Processes;
using Hub.Silo;

namespace Hub.Faults.Cluster;

/// <summary>Where a hub of several processes runs: a database with a role for silos and one for gateways, an authority for agencies and one for
/// the cluster. Silos and gateways are counted from 1; each has its own ports and certificate.</summary>
internal sealed class HubCluster : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-cluster-").FullName;
    private readonly ConcurrentDictionary<string, HostProcess> processes = [];
    private readonly ConcurrentDictionary<string, (int Agencies, int Silo, int Clients)> ports = [];
    private readonly List<HubClient> clients = [];
    private readonly string program;

    private HubCluster(string program, PostgresDatabase database, string siloRole, string gatewayRole)
    {
        (this.program, Database, SiloRole, GatewayRole) = (program, database, siloRole, gatewayRole);
        Agencies = CertificateAuthority.OpenOrCreate(Path.Combine(folder, "certs"));
        Agencies.IssueServer("hub", "127.0.0.1");
        Agencies.IssueClient("registrar");
        Nodes = CertificateAuthority.OpenOrCreate(Path.Combine(folder, "certs", "cluster"));
        File.WriteAllText(MasterKeyFile, $"m1 {Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n");
    }

    public PostgresDatabase Database { get; }

    public string SiloRole { get; }

    public string GatewayRole { get; }

    /// <summary>Issues agencies' certificates, and the one that gateways show them.</summary>
    public CertificateAuthority Agencies { get; }

    /// <summary>Issues the cluster's own.</summary>
    public CertificateAuthority Nodes { get; }

    private string MasterKeyFile => Path.Combine(folder, "master.key");

    /// <summary>A migrated database whose two roles have what they need, and nobody running.</summary>
    /// <param name="program">Another build of the host; null for the one beside the tests.</param>
    public static async Task<HubCluster> Create(string? program = null)
    {
        var database = await PostgresDatabase.Create();
        var cluster = new HubCluster(program ?? HostProcess.Program, database, await database.AddRole("silo"), await database.AddRole("gateway"));
        await cluster.Migrate();
        return cluster;
    }

    /// <summary>Brings schema and rights up to date, as the owner.</summary>
    public async Task Migrate()
    {
        var owner = Settings("silo-owner");
        owner["Silo"]!["Store"]!["ConnectionString"] = Database.ConnectionString;
        await using var migrate = HostProcess.Start("migrate", "--settings", Write("owner", owner), "--silo-role", SiloRole, "--gateway-role", GatewayRole);
        if (await migrate.ExitCode() != 0)
        {
            throw new InvalidOperationException(migrate.Errors);
        }
    }

    public HostProcess Of(string name) => processes[name];

    /// <summary>Where Orleans' clients reach a silo.</summary>
    public int ClientPort(string name) => Ports(name).Clients;

    /// <summary>Where agencies reach a gateway.</summary>
    public int AgencyPort(string name) => Ports(name).Agencies;

    /// <summary>Starts silo-1, gateway-2 or the like, by its name, and waits until it is up.</summary>
    public async Task Start(string name, Action<JsonObject>? change = null)
    {
        Begin(name, change);
        await Of(name).IsUp();
    }

    /// <summary>Starts it without waiting.</summary>
    public void Begin(string name, Action<JsonObject>? change = null)
    {
        var settings = Settings(name);
        change?.Invoke(settings);
        if (processes.TryRemove(name, out var before))
        {
            before.Kill();
        }

        processes[name] = HostProcess.StartOther(program, "run", "--role", name.Split('-')[0], "--settings", Write(name, settings));
    }

    public HubClient Client(string gateway, string key, string? agency = null, string? practitioner = null, HubRetry? retry = null, string? other = null)
    {
        if (!File.Exists(Agencies.KeyFile(key)))
        {
            Agencies.IssueClient(key);
        }

        var certificates = HubCertificates.FromPemFiles(Agencies.CertificateFile(key), Agencies.KeyFile(key), Agencies.RootFile);
        var client = new HubClient(new HubClientOptions(Address(gateway), certificates)
        {
            Agency = agency,
            Practitioner = practitioner,
            Retry = retry ?? HubRetry.None,
            Others = other is null ? [] : [Address(other)],
        });
        clients.Add(client);
        return client;
    }

    /// <summary>Everything that a process is told. A gateway is told neither the journal nor the master key.</summary>
    public JsonObject Settings(string name)
    {
        if (!File.Exists(Nodes.KeyFile(name)))
        {
            Nodes.IssueNode(name);
        }

        var isGateway = name.StartsWith("gateway", StringComparison.Ordinal);
        return new JsonObject
        {
            ["Silo"] = isGateway ? [] : SiloSettings(Ports(name)),
            ["Gateway"] = isGateway ? GatewaySettings(Ports(name)) : [],
            ["Cluster"] = new JsonObject
            {
                ["CertificateFile"] = Nodes.CertificateFile(name),
                ["KeyFile"] = Nodes.KeyFile(name),
                ["AuthoritiesFile"] = Nodes.RootFile,
                ["Membership"] = isGateway ? Database.ConnectionAs(GatewayRole) : "",
            },
            ["Telemetry"] = new JsonObject { ["Listen"] = "" },
        };
    }

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(c => c.Dispose());
        foreach (var process in processes.Values)
        {
            await process.DisposeAsync();
        }

        await Database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private JsonObject SiloSettings((int Agencies, int Silo, int Clients) own) => new()
    {
        [nameof(MasterKeyFile)] = MasterKeyFile,
        ["Store"] = new JsonObject { ["Kind"] = nameof(StoreKind.Postgres), ["ConnectionString"] = Database.ConnectionAs(SiloRole) },
        ["Identity"] = new JsonObject
        {
            ["RegistrarKeys"] = new JsonArray(Agencies.Fingerprint("registrar")),
            ["AllowUnsignedPractitioners"] = true,
        },
        ["Cluster"] = new JsonObject { ["Silo"] = own.Silo, ["Gateway"] = own.Clients },

        // One practitioner of the long race looks at more people than any would.
        ["Probing"] = new JsonObject { ["RefuseAt"] = 10_000 },
    };

    private JsonObject GatewaySettings((int Agencies, int Silo, int Clients) own) => new()
    {
        ["Listen"] = $"127.0.0.1:{own.Agencies}",
        ["CertificateFile"] = Agencies.CertificateFile("hub"),
        ["KeyFile"] = Agencies.KeyFile("hub"),
        ["AuthoritiesFile"] = Agencies.RootFile,
    };

    private Uri Address(string gateway) => new($"https://127.0.0.1:{Ports(gateway).Agencies}");

    private (int Agencies, int Silo, int Clients) Ports(string name)
        => ports.GetOrAdd(name, _ => (HubSite.FreePort(), HubSite.FreePort(), HubSite.FreePort()));

    private string Write(string name, JsonObject settings)
    {
        var path = Path.Combine(folder, $"{name}.json");
        File.WriteAllText(path, new JsonObject { ["Hub"] = settings }.ToJsonString());
        return path;
    }
}
