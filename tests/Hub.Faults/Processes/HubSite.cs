using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Client.Connections;
using Hub.Silo;

namespace Hub.Faults.Processes;

/// <summary>Where one hub runs: folder, ports, certificates, database. All of it outlives the process, which is started and ended at will.</summary>
internal sealed class HubSite : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-faults-").FullName;
    private readonly List<HubClient> clients = [];
    private readonly List<HostProcess> processes = [];
    private readonly int port = FreePort();

    private HubSite(StoreKind kind, PostgresDatabase? database)
    {
        Database = database;
        Authority = CertificateAuthority.OpenOrCreate(Path.Combine(folder, "certs"));
        Authority.IssueServer("hub", "127.0.0.1");
        Authority.IssueClient("registrar");
        File.WriteAllText(MasterKeyFile, $"m1 {Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n");
        Settings = new JsonObject
        {
            ["Silo"] = new JsonObject
            {
                [nameof(MasterKeyFile)] = MasterKeyFile,
                ["Store"] = new JsonObject
                {
                    ["Kind"] = kind.ToString(),
                    ["Folder"] = Path.Combine(folder, "data"),
                    ["ConnectionString"] = database?.ConnectionString ?? "",
                },
                ["Identity"] = new JsonObject
                {
                    ["RegistrarKeys"] = new JsonArray(Authority.Fingerprint("registrar")),
                    ["AllowUnsignedPractitioners"] = true,
                },
                ["Cluster"] = new JsonObject { ["Silo"] = FreePort(), ["Gateway"] = FreePort() },
            },
            ["Gateway"] = new JsonObject
            {
                ["Listen"] = $"127.0.0.1:{port}",
                ["CertificateFile"] = Authority.CertificateFile("hub"),
                ["KeyFile"] = Authority.KeyFile("hub"),
                ["AuthoritiesFile"] = Authority.RootFile,
            },
            ["Telemetry"] = new JsonObject { ["Listen"] = "" },
        };
    }

    public PostgresDatabase? Database { get; }

    public CertificateAuthority Authority { get; }

    public JsonObject Settings { get; }

    public string MasterKeyFile => Path.Combine(folder, "master.key");

    /// <summary>The process started last.</summary>
    public HostProcess Host => processes[^1];

    /// <summary>Lines of this kind in the logs of all its processes.</summary>
    public int Said(string sentence) => processes.Sum(p => p.Said(sentence));

    public static async Task<HubSite> Create(StoreKind kind, bool migrated = true)
    {
        var site = new HubSite(kind, kind == StoreKind.Postgres ? await PostgresDatabase.Create() : null);
        if (kind == StoreKind.Postgres && migrated)
        {
            var (code, _, errors) = await site.Run("migrate");
            if (code != 0)
            {
                throw new InvalidOperationException(errors);
            }
        }

        return site;
    }

    public async Task Start()
    {
        Begin();
        await Host.IsUp();
    }

    /// <summary>Starts the process without waiting for it.</summary>
    public void Begin() => processes.Add(HostProcess.Start("run", "--settings", WriteSettings()));

    public async Task KillHost()
    {
        Host.Kill();
        await Host.ExitCode();
    }

    /// <summary>Runs a command that ends by itself.</summary>
    public async Task<(int Code, string Output, string Errors)> Run(params IReadOnlyList<string> command)
    {
        await using var process = HostProcess.Start([.. command, "--settings", WriteSettings()]);
        return (await process.ExitCode(), process.Output, process.Errors);
    }

    /// <summary>Another hub's settings on the same store: ports of its own, all else the same.</summary>
    public async Task<(int Code, string Output, string Errors)> RunSecond()
    {
        var settings = Settings.DeepClone().AsObject();
        settings["Gateway"]!["Listen"] = $"127.0.0.1:{FreePort()}";
        settings["Silo"]!["Cluster"] = new JsonObject { ["Silo"] = FreePort(), ["Gateway"] = FreePort() };
        await using var process = HostProcess.Start("run", "--settings", WriteSettings("second.json", settings));
        return (await process.ExitCode(), process.Output, process.Errors);
    }

    /// <summary>A client that makes each attempt as it is told to, and no more unless <paramref name="retry"/> says so.</summary>
    public HubClient Client(string key, string? agency = null, string? practitioner = null, HubRetry? retry = null)
    {
        if (!File.Exists(Authority.KeyFile(key)))
        {
            Authority.IssueClient(key);
        }

        var certificates = HubCertificates.FromPemFiles(Authority.CertificateFile(key), Authority.KeyFile(key), Authority.RootFile);
        var client = new HubClient(new HubClientOptions(new Uri($"https://127.0.0.1:{port}"), certificates)
        {
            Agency = agency,
            Practitioner = practitioner,
            Retry = retry ?? HubRetry.None,
        });
        clients.Add(client);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(c => c.Dispose());
        foreach (var process in processes)
        {
            await process.DisposeAsync();
        }

        if (Database is not null)
        {
            await Database.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private string WriteSettings(string name = "hub.json", JsonObject? settings = null)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, new JsonObject { ["Hub"] = (settings ?? Settings).DeepClone() }.ToJsonString());
        return path;
    }

    // Below the ports that the system gives to outgoing connections: while the hub is down its port must stay free, and a client that
    // tries again and again must not meet itself there.
    internal static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, RandomNumberGenerator.GetInt32(12000, 32000));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken; another one.
            }
        }
    }
}
