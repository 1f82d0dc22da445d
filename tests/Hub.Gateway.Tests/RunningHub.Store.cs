using System.Data.Common;
using Hub.Silo;
using Hub.Silo.Audit;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Hub.Gateway.Tests;

/// <summary>The store, looked at and put back past the hub.</summary>
public sealed partial class RunningHub
{
    /// <summary>Events in streams whose key begins so: k_ children, g_ adults, o_ agencies.</summary>
    public Task<long> Events(string streams = "") => Ask($"select count(*) from event where stream like '{streams}%'");

    public Task<long> People(string kind) => Ask($"select count(distinct stream) from event where stream like '{kind}%'");

    /// <summary>Batches on the ledger: what was handed over, or was about to be.</summary>
    public Task<long> HandOvers() => Ask("select count(*) from hand_over");

    /// <summary>A transaction of somebody else's that holds the horizon back until it is disposed of.</summary>
    public Task<IAsyncDisposable> HoldHorizon() => Hold("select pg_current_xact_id()");

    /// <summary>The same, which lets nobody write to the ledger.</summary>
    public Task<IAsyncDisposable> HoldLedger() => Hold("lock table hand_over in share mode");

    /// <summary>The same, which lets no commit end.</summary>
    public Task<IAsyncDisposable> HoldCommits() => Hold("lock table event in share mode");

    /// <summary>The same, which lets no silo renew its lease.</summary>
    public Task<IAsyncDisposable> HoldLease() => Hold("lock table silo_lease in exclusive mode");

    /// <summary>Whether somebody stands before the ledger.</summary>
    public async Task<bool> WaitsForLedger() => await Ask("select count(*) from pg_locks where relation = 'hand_over'::regclass and not granted") > 0;

    /// <summary>Stops the hub and reads the whole journal.</summary>
    public async Task<AuditReport> Audit()
    {
        await StopProcess();
        await using var silo = await HubSilo.Open(Options.Silo, Clock, CancellationToken.None);
        return await silo.Audit(null, CancellationToken.None);
    }

    /// <summary>What an auditor may read while the hub runs.</summary>
    public Task<DecisionReport> Decisions() => process!.Decisions(CancellationToken.None);

    /// <summary>Keeps the store as it is now under a name.</summary>
    public async Task Keep(string name)
    {
        await Aside(async () =>
        {
            if (database is null)
            {
                Copy(Options.Silo.Store.Folder, Path.Combine(folder, name));
            }
            else
            {
                await OnServer($"create database {database}_{name} template {database}");
            }
        });
    }

    /// <summary>Puts the kept store back: what was written since then never was.</summary>
    public async Task GoBackTo(string name)
    {
        await Aside(async () =>
        {
            if (database is null)
            {
                Directory.Delete(Options.Silo.Store.Folder, recursive: true);
                Copy(Path.Combine(folder, name), Options.Silo.Store.Folder);
            }
            else
            {
                await OnServer($"drop database {database} with (force)");
                await OnServer($"alter database {database}_{name} rename to {database}");
            }
        });
    }

    /// <summary>Writes past the hub, as somebody with the database's password can.</summary>
    public async Task Tamper(string sql)
    {
        await using var connection = await Connect(SqliteOpenMode.ReadWrite);
        await using var command = Saying(connection, sql);
        Assert.NotEqual(0, await command.ExecuteNonQueryAsync());
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    private async Task<IAsyncDisposable> Hold(string sql)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Options.Silo.Store.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // CA2100: the tests' own constants.
        await using var begin = new NpgsqlCommand("begin; " + sql, connection);
#pragma warning restore CA2100
        await begin.ExecuteNonQueryAsync();
        return connection;
    }

    private async Task Aside(Func<Task> work)
    {
        await StopProcess();
        NpgsqlConnection.ClearAllPools();
        SqliteConnection.ClearAllPools();
        await work();
        await StartProcess();
    }

    private async Task<long> Ask(string sql)
    {
        await using var connection = await Connect(SqliteOpenMode.ReadOnly);
        await using var command = Saying(connection, sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<DbConnection> Connect(SqliteOpenMode mode)
    {
        DbConnection connection = database is null
            ? new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(Options.Silo.Store.Folder, "journal.db"),
                Mode = mode,
                Pooling = false,
            }.ConnectionString)
            : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Options.Silo.Store.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static DbCommand Saying(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // CA2100: the tests' own constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
