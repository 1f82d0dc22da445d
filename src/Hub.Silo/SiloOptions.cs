using Hub.Silo.Journal;
using Hub.Silo.Probing;
using Hub.Silo.Register;

namespace Hub.Silo;

/// <summary>Everything a silo is told.</summary>
public sealed class SiloOptions
{
    /// <summary>This hub's number, 1 to 65535: the first 16 bits of every person id it makes. Never changed afterwards.</summary>
    public ushort Number { get; set; } = 1;

    /// <summary>File with the master keys. Empty on the embedded store: master.key beside the database, made with it. Otherwise it must
    /// be mounted.</summary>
    public string MasterKeyFile { get; set; } = "";

    /// <summary>Where the journal lives.</summary>
    public StoreOptions Store { get; set; } = new();

    /// <summary>Who may call.</summary>
    public IdentityOptions Identity { get; set; } = new();

    /// <summary>For how many people one practitioner may ask.</summary>
    public ProbingOptions Probing { get; set; } = new();

    /// <summary>How commits are gathered.</summary>
    public JournalOptions Journal { get; set; } = new();

    /// <summary>Orleans' own ports.</summary>
    public ClusterPorts Cluster { get; set; } = new();

    internal string MasterKeyPath => MasterKeyFile.Length == 0 && Store.Kind == StoreKind.Embedded ? Path.Combine(Store.Folder, "master.key") : MasterKeyFile;
}

/// <summary>Which database.</summary>
public enum StoreKind
{
    /// <summary>SQLite files in a folder; one process.</summary>
    Embedded = 1,

    /// <summary>PostgreSQL 15 or later.</summary>
    Postgres = 2,
}

/// <summary>Where the journal lives.</summary>
public sealed class StoreOptions
{
    /// <summary>Embedded or Postgres.</summary>
    public StoreKind Kind { get; set; } = StoreKind.Embedded;

    /// <summary>Folder of the embedded store.</summary>
    public string Folder { get; set; } = "data";

    /// <summary>Npgsql connection string of the PostgreSQL store.</summary>
    public string ConnectionString { get; set; } = "";
}

/// <summary>Orleans' own ports. A silo that is alone accepts nobody on them.</summary>
public sealed class ClusterPorts
{
    /// <summary>Address at which this silo listens in a cluster and by which the others reach it.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>Silo to silo.</summary>
    public int Silo { get; set; } = 11111;

    /// <summary>Client to silo.</summary>
    public int Gateway { get; set; } = 30000;
}
