using System.Security.Cryptography;
using Hub.Silo.Journal.Postgres;
using Npgsql;

namespace Hub.Silo.Tests.Journal;

/// <summary>A database on the server that HUB_TEST_POSTGRES names; dropped again.</summary>
public sealed class PostgresPlace : JournalPlace
{
    private readonly string name = "hub_test_" + RandomNumberGenerator.GetHexString(12, lowercase: true);

    public string ConnectionString => new NpgsqlConnectionStringBuilder(Server) { Database = name }.ConnectionString;

    private static string Server => Environment.GetEnvironmentVariable("HUB_TEST_POSTGRES")
        ?? throw new InvalidOperationException(
            "HUB_TEST_POSTGRES is not set: it is the connection string of a PostgreSQL superuser. tests/run.sh starts a server and sets it.");

    internal PostgresOptions Options => new() { ConnectionString = ConnectionString };

    /// <summary>A database without any migration.</summary>
    public static async Task<PostgresPlace> Empty()
    {
        var place = new PostgresPlace();
        await OnServer($"create database {place.name}");
        return place;
    }

    public override async Task InitializeAsync()
    {
        await OnServer($"create database {name}");
        await PostgresMigrations.Run(ConnectionString, CancellationToken.None);
        Store = await PostgresJournalStore.Open(Options, TimeProvider.System, CancellationToken.None);
    }

    public override async Task DisposeAsync()
    {
        if (Store is not null)
        {
            await Store.DisposeAsync();
        }

        NpgsqlConnection.ClearAllPools();
        await OnServer($"drop database if exists {name} with (force)");
    }

    public override async Task<object?> Ask(string sql)
    {
        await using var connection = await Connect();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Another party on the same database.</summary>
    public async Task<NpgsqlConnection> Connect()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Returns when a query has become true.</summary>
    public async Task Until(string sql)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var connection = await Connect();
        await using var command = new NpgsqlCommand(sql, connection);
        while (await command.ExecuteScalarAsync(patience.Token) is not true)
        {
            await Task.Yield();
        }
    }

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
