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

    /// <summary>Stops the hub and reads the whole journal.</summary>
    public async Task<AuditReport> Audit()
    {
        await StopProcess();
        await using var silo = await HubSilo.Open(Options.Silo, Clock, CancellationToken.None);
        return await silo.Audit(null, CancellationToken.None);
    }

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

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
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
        await using DbConnection connection = database is null
            ? new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(Options.Silo.Store.Folder, "journal.db"),
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ConnectionString)
            : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Options.Silo.Store.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // CA2100: the tests' own constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
