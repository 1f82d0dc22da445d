using System.Data.Common;

namespace Hub.Silo.Tests.Owners;

/// <summary>A database of a hub's own, migrated, and what an intruder with a database client can do to it.</summary>
public abstract class HubPlace : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hub-test-");

    public SiloOptions Options { get; } = new() { Cluster = new ClusterPorts { Silo = FreePort.Next(), Gateway = FreePort.Next() } };

    protected string Folder => folder.FullName;

    public abstract Task InitializeAsync();

    public virtual Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>The same database and keys once more, while no hub runs on them.</summary>
    public abstract Task<HubPlace> Copy();

    /// <summary>Takes the guard off that keeps events from being rewritten.</summary>
    public abstract Task AllowRewriting();

    /// <summary>Lets no commit of the journal end until it is disposed of.</summary>
    public abstract Task<IAsyncDisposable> HoldCommits();

    /// <summary>Every byte that the hub has stored, after everything was written to its place.</summary>
    public abstract Task<byte[]> Everything();

    /// <summary>A literal of bytes.</summary>
    public abstract string Bytes(byte[] value);

    public async Task<int> Run(string sql)
    {
        await using var connection = await Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<IReadOnlyList<object[]>> Rows(string sql)
    {
        await using var connection = await Connect();
        return await Rows(connection, sql);
    }

    public async Task<T> Ask<T>(string sql) => (T)(await Rows(sql))[0][0];

    public async Task<IReadOnlyList<object[]>> SnapshotRows(string sql)
    {
        await using var connection = await ConnectToSnapshots();
        return await Rows(connection, sql);
    }

    public async Task RunOnSnapshots(string sql)
    {
        await using var connection = await ConnectToSnapshots();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public abstract Task<DbConnection> Connect();

    protected abstract Task<DbConnection> ConnectToSnapshots();

    protected static async Task<IReadOnlyList<object[]>> Rows(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }
}
