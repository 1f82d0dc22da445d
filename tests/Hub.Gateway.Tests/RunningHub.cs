using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Hub.Agencies.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Client.Connections;
using Hub.Host;
using Hub.Host.Configuration;
using Hub.Silo;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hub.Gateway.Tests;

/// <summary>A whole hub on loopback: real silo, real store, real mutual TLS. Its folder, keys and database live as long as it does; the
/// process in it can be stopped and started again.</summary>
public sealed partial class RunningHub : IAsyncDisposable
{
    private static int lastPort;
    private readonly string folder = Directory.CreateTempSubdirectory("hub-story-").FullName;
    private readonly string? database;
    private readonly List<HubClient> clients = [];
    private HubProcess? process;

    private RunningHub(StoreKind kind)
    {
        Authority = CertificateAuthority.OpenOrCreate(Path.Combine(folder, "certs"));
        Authority.IssueServer("hub", "localhost", "127.0.0.1");
        Authority.IssueClient("registrar");
        Authority.IssueClient("registrar-2");
        Options = new HubOptions
        {
            Gateway = new GatewayOptions
            {
                Listen = $"127.0.0.1:{FreePort()}",
                CertificateFile = Authority.CertificateFile("hub"),
                KeyFile = Authority.KeyFile("hub"),
                AuthoritiesFile = Authority.RootFile,
            },
            Telemetry = new TelemetryOptions { Listen = $"127.0.0.1:{FreePort()}" },
            Silo = new SiloOptions
            {
                Store = new StoreOptions { Kind = kind, Folder = Path.Combine(folder, "data") },
                Cluster = new ClusterPorts { Silo = FreePort(), Gateway = FreePort() },
            },
        };
        Options.Silo.Identity.RegistrarKeys = [Authority.Fingerprint("registrar"), Authority.Fingerprint("registrar-2")];
        Options.Silo.Identity.AllowUnsignedPractitioners = true;
        if (kind == StoreKind.Postgres)
        {
            database = "hub_story_" + RandomNumberGenerator.GetHexString(12, lowercase: true);
            Options.Silo.Store.ConnectionString = new NpgsqlConnectionStringBuilder(Server) { Database = database }.ConnectionString;
            Options.Silo.MasterKeyFile = Path.Combine(folder, "master.key");
            File.WriteAllText(Options.Silo.MasterKeyFile, $"m1 {Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n");
        }
    }

    public CertificateAuthority Authority { get; }

    public HubOptions Options { get; }

    /// <summary>The clock of the next start.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Added to the host's own logging at the next start.</summary>
    public Action<ILoggingBuilder>? Logging { get; set; }

    public Uri Address => new($"https://localhost:{Options.Gateway.Listen.Split(':')[1]}");

    public HubClient Registrar => Client("registrar");

    private static string Server => Environment.GetEnvironmentVariable("HUB_TEST_POSTGRES")
        ?? throw new InvalidOperationException("HUB_TEST_POSTGRES is not set; tests/run.sh starts a server and sets it.");

    public static async Task<RunningHub> Start(StoreKind kind, Action<RunningHub>? prepare = null)
    {
        var hub = new RunningHub(kind);
        prepare?.Invoke(hub);
        if (hub.database is not null)
        {
            await OnServer($"create database {hub.database}");
            await HubSilo.Migrate(hub.Options.Silo, TimeProvider.System, CancellationToken.None);
        }

        await hub.StartProcess();
        return hub;
    }

    /// <summary>From the next start on it makes traces, as for a collector that happens to be away.</summary>
    public void TraceToNobody() => Options.Telemetry.OtlpEndpoint = $"http://127.0.0.1:{FreePort()}";

    public async Task StartProcess() => process = await HubProcess.Start(Options, Clock, Logging, CancellationToken.None);

    public async Task StopProcess()
    {
        await process!.DisposeAsync();
        process = null;
    }

    /// <summary>A client that proves itself with a key of this name, which need not be registered.</summary>
    public HubClient Client(string key, string? agency = null, string? practitioner = null, string? actingFor = null)
    {
        if (!File.Exists(Authority.KeyFile(key)))
        {
            Authority.IssueClient(key);
        }

        var certificates = HubCertificates.FromPemFiles(Authority.CertificateFile(key), Authority.KeyFile(key), Authority.RootFile);
        var client = new HubClient(new HubClientOptions(Address, certificates) { Agency = agency, Practitioner = practitioner, ActingFor = actingFor, Retry = HubRetry.None });
        clients.Add(client);
        return client;
    }

    /// <summary>An admitted agency with a registered key of its own name and one practitioner; the answer calls for it.</summary>
    public async Task<HubClient> Agency(string name, Sector sector = Sector.ChildrensSocialCare, string practitioner = "SW999001", string duty = "999 0100")
    {
        if (!File.Exists(Authority.KeyFile(name)))
        {
            Authority.IssueClient(name);
        }

        await Registrar.Agencies.AdmitAgencyAsync(new AdmitAgencyRequest
        {
            RequestId = HubRequest.NewId(),
            AgencyId = name,
            Name = $"Fictional {name}",
            Sector = sector,
            DutyNumber = duty,
        });
        await Registrar.Agencies.RegisterConnectionAsync(new RegisterConnectionRequest
        {
            RequestId = HubRequest.NewId(),
            AgencyId = name,
            KeyFingerprint = Authority.Fingerprint(name),
        });
        await Registrar.Agencies.RegisterPractitionerAsync(new RegisterPractitionerRequest
        {
            RequestId = HubRequest.NewId(),
            AgencyId = name,
            PractitionerId = practitioner,
        });
        return Client(name, name, practitioner);
    }

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(c => c.Dispose());
        if (process is not null)
        {
            await process.DisposeAsync();
        }

        NpgsqlConnection.ClearAllPools();
        if (database is not null)
        {
            await OnServer($"drop database if exists {database} with (force)");
        }

        Directory.Delete(folder, recursive: true);
    }

    // Below the ports that the machine gives to outgoing connections: one of those could take it between a stop and a start.
    private static int FreePort()
    {
        for (; ; )
        {
            var port = 12_000 + ((Interlocked.Increment(ref lastPort) + (Environment.ProcessId * 97)) % 18_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody else's.
            }
        }
    }

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // The name is made of hex digits here.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
