using System.Data.Common;
using Hub.Silo.Journal.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Hub.Silo.Tests.Journal;

/// <summary>The statements that the grain storage provider reads from its table: no row returned is how it learns of a conflict.</summary>
public abstract class ASnapshot : IAsyncLifetime
{
    private protected DbConnection Connection { get; set; } = null!;

    public abstract Task InitializeAsync();

    public virtual async Task DisposeAsync() => await Connection.DisposeAsync();

    [Fact]
    public async Task Is_written_only_over_the_version_that_was_read()
    {
        Assert.Null(await Read("k_1"));
        Assert.Equal(1, await Write("k_1", null, 10));
        Assert.Null(await Write("k_1", null, 11));
        Assert.Equal(2, await Write("k_1", 1, 12));
        Assert.Null(await Write("k_1", 1, 13));
        Assert.Null(await Write("k_2", 1, 14));
        Assert.Equal((12, 2), await Read("k_1"));
    }

    [Fact]
    public async Task Is_kept_apart_by_the_whole_key()
    {
        Assert.Equal(1, await Write("k_3", null, 3));
        Assert.Equal(1, await Write("K_3", null, 4));
        Assert.Equal(1, await Write(null, null, 5));

        Assert.Equal(((3, 1), (4, 1), (5, 1)), ((await Read("k_3"))!.Value, (await Read("K_3"))!.Value, (await Read(null))!.Value));
    }

    [Fact]
    public async Task Is_cleared_only_in_the_version_that_was_read()
    {
        await Write("k_4", null, 4);

        Assert.Null(await Clear("k_4", 9));
        Assert.Equal(2, await Clear("k_4", 1));
        Assert.Null(await Read("k_4"));
        Assert.Equal(1, await Write("k_4", null, 5));
    }

    private Task<int?> Write(string? key, int? version, byte payload) => Number("WriteToStorageKey", key, version, [payload]);

    private Task<int?> Clear(string key, int version) => Number("ClearStorageKey", key, version, []);

    private async Task<int?> Number(string query, string? key, int? version, byte[] payload)
    {
        await using var command = await Command(query, key, version, payload);
        return await command.ExecuteScalarAsync() is { } number ? Convert.ToInt32(number) : null;
    }

    private async Task<(int Payload, int Version)?> Read(string? key)
    {
        await using var command = await Command("ReadFromStorageKey", key, null, []);
        await using var rows = await command.ExecuteReaderAsync();
        return await rows.ReadAsync()
            ? (((byte[])rows.GetValue(rows.GetOrdinal("PayloadBinary")))[0], rows.GetInt32(rows.GetOrdinal("Version")))
            : null;
    }

    // As the provider does: all parameters for every statement, null as DBNull with its type.
    private async Task<DbCommand> Command(string query, string? key, int? version, byte[] payload)
    {
        await using var texts = Connection.CreateCommand();
        texts.CommandText = $"select QueryText from OrleansQuery where QueryKey = '{query}'";
        var command = Connection.CreateCommand();
        command.CommandText = (string)(await texts.ExecuteScalarAsync())!;
        Add("ServiceId", System.Data.DbType.String, "hub");
        Add("GrainTypeString", System.Data.DbType.String, "child");
        Add("GrainIdN0", System.Data.DbType.Int64, 1L);
        Add("GrainIdN1", System.Data.DbType.Int64, 2L);
        Add("GrainIdExtensionString", System.Data.DbType.String, key);
        Add("GrainStateVersion", System.Data.DbType.Int32, version);
        Add("PayloadBinary", System.Data.DbType.Binary, payload);
        return command;

        void Add(string name, System.Data.DbType type, object? value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.DbType, parameter.Value) = (name, type, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }
    }
}

public sealed class APostgresSnapshot(PostgresPlace place) : ASnapshot, IClassFixture<PostgresPlace>
{
    public override async Task InitializeAsync()
    {
        Connection = new NpgsqlConnection(place.ConnectionString);
        await Connection.OpenAsync();
    }
}

public sealed class ASqliteSnapshot : ASnapshot
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hub-test-");

    public override async Task InitializeAsync()
    {
        var path = Path.Combine(folder.FullName, "snapshots.db");
        await SqliteMigrations.RunSnapshots(path, TimeProvider.System, CancellationToken.None);
        Connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        await Connection.OpenAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
