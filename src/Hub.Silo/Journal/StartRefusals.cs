namespace Hub.Silo.Journal;

/// <summary>The schema is not the one this build was made for.</summary>
internal sealed class SchemaMismatch(SchemaAge age, string script) : Exception(age switch
{
    SchemaAge.Older => $"the database lacks the migration {script}: run the migrations before starting",
    _ => $"the database has the migration {script}, which this version does not know: start a newer version",
})
{
    public SchemaAge Age { get; } = age;
}

/// <summary>How the schema compares with what this build knows.</summary>
internal enum SchemaAge
{
    Older = 1,
    Newer = 2,
}

/// <summary>A migration failed; nothing of it is left behind.</summary>
internal sealed class MigrationFailed(string script, Exception? cause) : Exception($"the migration {script} failed", cause);

/// <summary>The database server runs with a setting under which a confirmed commit could be lost.</summary>
internal sealed class UnsafeDatabase(string setting, string value, string required)
    : Exception($"the database server has {setting} = {value}; the journal requires {required}")
{
    public string Setting { get; } = setting;
}

/// <summary>The database server does not let the hub in, or does not answer.</summary>
internal sealed class DatabaseUnusable(StoreFault fault)
    : Exception($"the database cannot be used: {(fault.InnerException ?? fault).Message.Split('\n')[0].TrimEnd()}", fault);

/// <summary>The database was restored or failed over while the hub ran.</summary>
internal sealed class DatabaseReplaced() : Exception(
    "the database was restored or has failed over: this process ends, and starts from what the database holds now when it is started again");

/// <summary>Another silo runs on the database of one that is alone.</summary>
internal sealed class DatabaseInUse() : Exception(
    "another process runs on this database: several of them need certificates of one cluster (Hub:Cluster), on each");

/// <summary>Another process holds the file.</summary>
internal sealed class StoreInUse(string path, Exception? cause = null)
    : Exception($"another process holds {path}: one hub at a time may use an embedded database", cause);
