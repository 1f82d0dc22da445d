using Hub.Silo.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace Hub.Silo.Tests.Journal;

/// <summary>A folder with a journal file; removed again.</summary>
public sealed class SqlitePlace : JournalPlace
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hub-test-");

    public string Path => System.IO.Path.Combine(folder.FullName, "journal.db");

    internal SqliteOptions Options => new() { Path = Path };

    public override async Task InitializeAsync()
    {
        await SqliteMigrations.Run(Path, TimeProvider.System, CancellationToken.None);
        Store = await SqliteJournalStore.Open(Options, CancellationToken.None);
    }

    public override async Task DisposeAsync()
    {
        if (Store is not null)
        {
            await Store.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    public override async Task<object?> Ask(string sql)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new SqliteCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
