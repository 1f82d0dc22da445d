using DbUp;
using Microsoft.Data.Sqlite;

namespace Hub.Silo.Journal.Sqlite;

/// <summary>Schemas of the embedded journal and of the snapshots' own file.</summary>
internal static class SqliteMigrations
{
    private static readonly MigrationSet Journal = new("Sqlite.Migrations");
    private static readonly MigrationSet Snapshots = new("Sqlite.SnapshotMigrations");

    /// <summary>Makes the journal's file and brings it up to date. Several starters take turns. Throws
    /// <see cref="SchemaMismatch"/> when it is newer than this build, and <see cref="MigrationFailed"/>.</summary>
    public static Task Run(string path, TimeProvider time, CancellationToken stop) => Run(Journal, path, time, stop);

    /// <summary>The same for the file of snapshots.</summary>
    public static Task RunSnapshots(string path, TimeProvider time, CancellationToken stop) => Run(Snapshots, path, time, stop);

    /// <summary>Throws <see cref="SchemaMismatch"/> unless the schema is this build's.</summary>
    public static void RequireCurrent(SqliteConnection connection) => Journal.RequireCurrent(Applied(connection));

    private static async Task Run(MigrationSet set, string path, TimeProvider time, CancellationToken stop)
    {
        using var turn = await FileLock.Wait(path + ".migrating", time, TimeSpan.FromMinutes(1), stop);
        var file = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = true }.ConnectionString;
        await using var connection = new SqliteConnection(file);
        await connection.OpenAsync(stop);
        SqlitePragmas.Writer(connection);
        set.RequireNotNewer(Applied(connection));
        set.Apply(DeployChanges.To.SqliteDatabase(file).JournalToSqliteTable(MigrationSet.AppliedTable));
    }

    private static HashSet<string> Applied(SqliteConnection connection)
    {
        var applied = new HashSet<string>(StringComparer.Ordinal);
        using var exists = new SqliteCommand(
            $"select count(*) from sqlite_schema where type = 'table' and name = '{MigrationSet.AppliedTable}'", connection);
        if (exists.ExecuteScalar() is 0L)
        {
            return applied;
        }

        using var names = new SqliteCommand($"select ScriptName from {MigrationSet.AppliedTable}", connection);
        using var rows = names.ExecuteReader();
        while (rows.Read())
        {
            applied.Add(rows.GetString(0));
        }

        return applied;
    }
}
