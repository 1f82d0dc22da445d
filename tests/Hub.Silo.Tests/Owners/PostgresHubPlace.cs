using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Hub.Silo.Tests.Owners;

/// <summary>A database on the server that HUB_TEST_POSTGRES names; dropped again.</summary>
public sealed class PostgresHubPlace : HubPlace
{
    private readonly string name = "hub_test_" + RandomNumberGenerator.GetHexString(12, lowercase: true);

    public PostgresHubPlace()
    {
        Options.Store = new StoreOptions
        {
            Kind = StoreKind.Postgres,
            ConnectionString = new NpgsqlConnectionStringBuilder(Server) { Database = name }.ConnectionString,
        };
        Options.MasterKeyFile = Path.Combine(Folder, "master.key");
    }

    private static string Server => Environment.GetEnvironmentVariable("HUB_TEST_POSTGRES")
        ?? throw new InvalidOperationException("HUB_TEST_POSTGRES is not set; tests/run.sh starts a server and sets it.");

    public override async Task InitializeAsync()
    {
        await OnServer($"create database {name}");
        await File.WriteAllTextAsync(Options.MasterKeyFile, $"m1 {Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n");
        await HubSilo.Migrate(Options, TimeProvider.System, CancellationToken.None);
    }

    public override async Task DisposeAsync()
    {
        await OnServer($"drop database if exists {name} with (force)");
        await base.DisposeAsync();
    }

    public override async Task<HubPlace> Copy()
    {
        var copy = new PostgresHubPlace();
        File.Copy(Options.MasterKeyFile, copy.Options.MasterKeyFile);
        await using (var pool = new NpgsqlConnection(Options.Store.ConnectionString))
        {
            NpgsqlConnection.ClearPool(pool);
        }

        await OnServer($"select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity where datname = '{name}'");
        await OnServer($"create database {copy.name} template {name}");
        return copy;
    }

    public override async Task AllowRewriting() => await Run("alter table event disable trigger event_is_append_only");

    public override Task<IAsyncDisposable> HoldCommits() => Hold("lock table batch in exclusive mode");

    /// <summary>Somebody else's transaction, which keeps the horizon where it is.</summary>
    public Task<IAsyncDisposable> HoldHorizon() => Hold("select pg_current_xact_id()");

    private async Task<IAsyncDisposable> Hold(string sql)
    {
        var other = await Connect();
        await using var take = other.CreateCommand();
#pragma warning disable CA2100 // CA2100: the tests' own constants.
        take.CommandText = $"begin; {sql}";
#pragma warning restore CA2100
        await take.ExecuteNonQueryAsync();
        return other;
    }

    public override async Task<byte[]> Everything()
    {
        using var all = new MemoryStream();
        await using var connection = await Connect();
        var tables = await Rows(connection, "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = 'public'");
        foreach (var table in tables)
        {
            foreach (var value in (await Rows(connection, $"select * from {table[0]}")).SelectMany(row => row))
            {
                all.Write(value as byte[] ?? Encoding.UTF8.GetBytes(value.ToString()!));
            }
        }

        return all.ToArray();
    }

    public override string Bytes(byte[] value) => $"'\\x{Convert.ToHexString(value)}'::bytea";

    public override async Task<DbConnection> Connect()
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(Options.Store.ConnectionString) { Pooling = false, Enlist = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Returns when a query has become true.</summary>
    public async Task Until(string sql)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var connection = await Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        while (await command.ExecuteScalarAsync(patience.Token) is not true)
        {
            await Task.Yield();
        }
    }

    protected override Task<DbConnection> ConnectToSnapshots() => Connect();

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
