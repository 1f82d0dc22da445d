using System.Security.Cryptography;
using Npgsql;

namespace Hub.Faults.Processes;

/// <summary>A database of one test, and what an administrator, or a failing network, may do to it.</summary>
internal sealed class PostgresDatabase : IAsyncDisposable
{
    private const string LaneName = "hub silo lane";

    private readonly List<string> roles = [];

    public string Name { get; } = "hub_faults_" + RandomNumberGenerator.GetHexString(12, lowercase: true);

    public string ConnectionString => new NpgsqlConnectionStringBuilder(Server) { Database = Name }.ConnectionString;

    private static string Server => Environment.GetEnvironmentVariable("HUB_TEST_POSTGRES")
        ?? throw new InvalidOperationException("HUB_TEST_POSTGRES is not set; tests/run.sh starts a server and sets it.");

    public static async Task<PostgresDatabase> Create()
    {
        var database = new PostgresDatabase();
        await Run($"create database {database.Name}");
        return database;
    }

    /// <summary>Makes a role without any right, which goes with the database.</summary>
    public async Task<string> AddRole(string kind)
    {
        var role = $"{Name}_{kind}";
        await Run($"create role {role} login");
        roles.Add(role);
        return role;
    }

    public string ConnectionAs(string role) => new NpgsqlConnectionStringBuilder(ConnectionString) { Username = role }.ConnectionString;

    /// <summary>Ends a backend that is writing a batch at this instant. False when none was caught at work.</summary>
    public async Task<bool> EndLaneAtWork(int looks)
    {
        await using var connection = await Open();
        await using var end = Ask(connection, $"{Terminate} and application_name = '{LaneName}' and state <> 'idle'");
        for (var i = 0; i < looks; i++)
        {
            if (await end.ExecuteScalarAsync() is > 0L)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Ends every backend that serves this database: lanes, reads and snapshots.</summary>
    public Task EndAll() => Run($"{Terminate}");

    /// <summary>Nobody gets in any more, and whoever is in is put out.</summary>
    public async Task Close()
    {
        await Run($"alter database {Name} allow_connections false");
        await EndAll();
    }

    public Task Reopen() => Run($"alter database {Name} allow_connections true");

    public async ValueTask DisposeAsync()
    {
        await Run($"drop database if exists {Name} with (force)");
        foreach (var role in roles)
        {
            await Run($"drop role {role}");
        }
    }

    private string Terminate => $"select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = '{Name}'";

    private static async Task Run(string sql)
    {
        await using var connection = await Open();
        await using var command = Ask(connection, sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<NpgsqlConnection> Open()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    // CA2100: the only word that varies is the name, which is made of hex digits here.
#pragma warning disable CA2100
    private static NpgsqlCommand Ask(NpgsqlConnection connection, string sql) => new(sql, connection);
#pragma warning restore CA2100
}
