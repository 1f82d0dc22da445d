using System.Data.Common;
using Hub.Faults.Processes;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Hub.Faults.Checks;

/// <summary>Looks into the store itself, for what no call and no command counts.</summary>
internal static class StoredEvents
{
    public static async Task<long> Count(HubSite site, string name)
    {
        await using var connection = Connect(site);
        await connection.OpenAsync();
        await using var count = connection.CreateCommand();
        count.CommandText = "select count(*) from event where name = @name";
        var parameter = count.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("name", name);
        count.Parameters.Add(parameter);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private static DbConnection Connect(HubSite site)
        => site.Database is { } database
            ? new NpgsqlConnection($"{database.ConnectionString};Pooling=False")
            : new SqliteConnection($"Data Source={Path.Combine((string)site.Settings["Silo"]!["Store"]!["Folder"]!, "journal.db")};Pooling=False");
}
