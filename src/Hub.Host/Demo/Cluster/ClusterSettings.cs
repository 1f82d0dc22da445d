using System.Security.Cryptography;
using System.Text.Json;
using Hub.Client.Connections;
using Hub.Host.Configuration;
using Hub.Silo;

namespace Hub.Host.Demo.Cluster;

/// <summary>What the processes of the demo's cluster are told, each in a file of its own in the demo's folder.</summary>
internal sealed class ClusterSettings
{
    private readonly string folder;
    private readonly CertificateAuthority agencies;
    private readonly CertificateAuthority nodes;
    private readonly PrivatePostgres postgres;

    public ClusterSettings(string folder, CertificateAuthority agencies, PrivatePostgres postgres)
    {
        (this.folder, this.agencies, this.postgres) = (folder, agencies, postgres);
        nodes = CertificateAuthority.OpenOrCreate(Path.Combine(folder, "certs", "cluster"));
        WriteMasterKey();
    }

    private string MasterKeyFile => Path.Combine(folder, "master.key");

    /// <summary>The journal and its keys for the demo itself, under one of the database's roles.</summary>
    public SiloOptions Visit(string role) => Journal(postgres.VisitAs(role));

    /// <summary>A process of the cluster, with a certificate and ports of its own. A gateway is told neither the journal nor the master key.</summary>
    public HubOptions Of(HubRole role, string name)
    {
        nodes.IssueNode(name);
        var options = new HubOptions
        {
            Cluster = new ClusterOptions { CertificateFile = nodes.CertificateFile(name), KeyFile = nodes.KeyFile(name), AuthoritiesFile = nodes.RootFile },
            Telemetry = new TelemetryOptions { Listen = DemoPorts.FreeAddress() },
        };
        if (role == HubRole.Gateway)
        {
            options.Cluster.Membership = postgres.ConnectionAs(PrivatePostgres.Gateway);
            options.Gateway = Door();
            return options;
        }

        options.Silo = Journal(postgres.ConnectionAs(PrivatePostgres.Silo));
        options.Silo.Identity.RegistrarKeys = [agencies.Fingerprint(DemoStage.RegistrarName)];
        options.Silo.Identity.AllowUnsignedPractitioners = true;
        options.Silo.Cluster = new ClusterPorts { Silo = DemoPorts.Free(), Gateway = DemoPorts.Free() };
        return options;
    }

    /// <summary>The file that the process reads.</summary>
    public string Write(string name, HubOptions options)
    {
        var path = Path.Combine(folder, $"{name}.json");
        File.WriteAllText(path, JsonSerializer.Serialize(new { Hub = options }));
        return path;
    }

    /// <summary>Where the process's last words are kept.</summary>
    public string LogFile(string name) => Path.Combine(folder, $"{name}.log");

    private SiloOptions Journal(string connection)
        => new() { MasterKeyFile = MasterKeyFile, Store = new StoreOptions { Kind = StoreKind.Postgres, ConnectionString = connection } };

    private GatewayOptions Door() => new()
    {
        Listen = DemoPorts.FreeAddress(),
        CertificateFile = agencies.CertificateFile(DemoStage.HubName),
        KeyFile = agencies.KeyFile(DemoStage.HubName),
        AuthoritiesFile = agencies.RootFile,
    };

    private void WriteMasterKey()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(MasterKeyFile, options);
        writer.Write($"demo {Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n");
    }
}
