using Microsoft.Data.Sqlite;

namespace Hub.Silo.Journal.Sqlite;

/// <summary>Where the embedded journal is.</summary>
internal sealed record SqliteOptions
{
    /// <summary>The journal's file. Its lock, log and index stand beside it.</summary>
    public required string Path { get; init; }

    /// <summary>How long a statement may wait for a lock.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(5);

    internal string LockPath => Path + ".lock";

    internal string Writer => Connection(SqliteOpenMode.ReadWrite, pooling: false);

    /// <summary>Readers are pooled and can write nothing.</summary>
    internal string Reader => Connection(SqliteOpenMode.ReadOnly, pooling: true);

    private string Connection(SqliteOpenMode mode, bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = Path,
        Mode = mode,
        Pooling = pooling,
        ForeignKeys = true,
        DefaultTimeout = Math.Max(1, (int)LockTimeout.TotalSeconds),
    }.ConnectionString;
}
