using Microsoft.Data.Sqlite;

namespace Hub.Silo.Journal.Sqlite;

/// <summary>How a connection to the journal's file behaves.</summary>
internal static class SqlitePragmas
{
    /// <summary>WAL lets readers go on beside the writer; FULL makes every commit wait for the disk; secure_delete overwrites destroyed
    /// keys instead of leaving them on free pages.</summary>
    public static void Writer(SqliteConnection connection)
    {
        using var set = new SqliteCommand(
            "pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on; pragma trusted_schema = off", connection);
        set.ExecuteNonQuery();
    }
}
