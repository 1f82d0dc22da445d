using Hub.Silo.Journal;
using Hub.Silo.Journal.Postgres;
using Hub.Silo.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace Hub.Silo;

/// <summary>The journal's store of the configured kind, at the right schema, and where its snapshots go.</summary>
internal sealed record OpenStore(IJournalStore Journal, string SnapshotInvariant, string SnapshotConnection) : IAsyncDisposable
{
    /// <summary>The embedded store migrates itself; PostgreSQL is migrated under the owner's role, by <c>migrate</c>.</summary>
    public static async Task<OpenStore> Open(SiloOptions options, TimeProvider time, CancellationToken stop)
    {
        if (options.Store.Kind == StoreKind.Postgres)
        {
            var postgres = new PostgresOptions { ConnectionString = options.Store.ConnectionString, Lanes = options.Journal.Lanes };
            try
            {
                return new OpenStore(await PostgresJournalStore.Open(postgres, time, stop), "Npgsql", options.Store.ConnectionString);
            }
            catch (StoreFault fault)
            {
                throw new DatabaseUnusable(fault);
            }
        }

        await Migrate(options, time, stop);
        var snapshots = new SqliteConnectionStringBuilder { DataSource = Snapshots(options), DefaultTimeout = 5 }.ConnectionString;
        return new OpenStore(
            await SqliteJournalStore.Open(new SqliteOptions { Path = Journals(options) }, stop), "System.Data.SQLite", snapshots);
    }

    public static async Task Migrate(SiloOptions options, TimeProvider time, CancellationToken stop)
    {
        if (options.Store.Kind == StoreKind.Postgres)
        {
            await PostgresMigrations.Run(options.Store.ConnectionString, stop);
            return;
        }

        // Sealed or not, who called when is nobody else's business.
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(options.Store.Folder);
        }
        else
        {
            Directory.CreateDirectory(options.Store.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        await SqliteMigrations.Run(Journals(options), time, stop);
        await SqliteMigrations.RunSnapshots(Snapshots(options), time, stop);
    }

    public static Task Grant(SiloOptions options, string? siloRole, string? gatewayRole, CancellationToken stop)
        => options.Store.Kind == StoreKind.Postgres
            ? PostgresMigrations.Grant(options.Store.ConnectionString, siloRole, gatewayRole, stop)
            : throw new InvalidOperationException("the embedded store has no roles: Hub:Silo:Store:Kind must be Postgres");

    public ValueTask DisposeAsync() => Journal.DisposeAsync();

    private static string Journals(SiloOptions options) => Path.Combine(options.Store.Folder, "journal.db");

    private static string Snapshots(SiloOptions options) => Path.Combine(options.Store.Folder, "snapshots.db");
}
