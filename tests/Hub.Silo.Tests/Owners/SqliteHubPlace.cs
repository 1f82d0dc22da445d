using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Hub.Silo.Tests.Owners;

/// <summary>The embedded store in a folder of its own.</summary>
public sealed class SqliteHubPlace : HubPlace
{
    public SqliteHubPlace() => Options.Store = new StoreOptions { Kind = StoreKind.Embedded, Folder = Path.Combine(Folder, "data") };

    public override Task InitializeAsync() => HubSilo.Migrate(Options, TimeProvider.System, CancellationToken.None);

    public override async Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        await base.DisposeAsync();
    }

    public override async Task<HubPlace> Copy()
    {
        await Checkpoint();
        var copy = new SqliteHubPlace();
        Directory.CreateDirectory(copy.Options.Store.Folder);
        foreach (var file in Directory.GetFiles(Options.Store.Folder))
        {
            File.Copy(file, Path.Combine(copy.Options.Store.Folder, Path.GetFileName(file)));
        }

        return copy;
    }

    public override async Task AllowRewriting() => await Run("drop trigger event_is_not_updated; drop trigger event_is_not_deleted");

    public override async Task<IAsyncDisposable> HoldCommits()
    {
        var other = await Connect();
        await using var take = other.CreateCommand();
        take.CommandText = "begin immediate";
        await take.ExecuteNonQueryAsync();
        return other;
    }

    public override async Task<byte[]> Everything()
    {
        await Checkpoint();
        using var all = new MemoryStream();
        foreach (var file in Directory.GetFiles(Options.Store.Folder, "*.db*").Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            await stream.CopyToAsync(all);
        }

        return all.ToArray();
    }

    public override string Bytes(byte[] value) => $"x'{Convert.ToHexString(value)}'";

    public override Task<DbConnection> Connect() => Open("journal.db");

    protected override Task<DbConnection> ConnectToSnapshots() => Open("snapshots.db");

    private async Task Checkpoint()
    {
        foreach (var connection in new[] { await Connect(), await ConnectToSnapshots() })
        {
            await Rows(connection, "pragma wal_checkpoint(full)");
            await connection.DisposeAsync();
        }
    }

    private async Task<DbConnection> Open(string file)
    {
        var path = Path.Combine(Options.Store.Folder, file);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
