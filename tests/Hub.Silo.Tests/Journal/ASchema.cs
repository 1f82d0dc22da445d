using Hub.Silo.Journal;
using Hub.Silo.Journal.Postgres;
using Hub.Silo.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace Hub.Silo.Tests.Journal;

public sealed class ASchema
{
    private const string Later = "insert into schema_version (scriptname, applied) values ('0099_later.sql', current_timestamp)";

    [Fact]
    public async Task Is_made_once_by_several_starters_on_postgres()
    {
        var place = await PostgresPlace.Empty();
        await Assert.ThrowsAsync<SchemaMismatch>(() => PostgresJournalStore.Open(place.Options, TimeProvider.System, default));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => PostgresMigrations.Run(place.ConnectionString, default))));

        Assert.Equal(4, await place.Count("schema_version"));
        await using (await PostgresJournalStore.Open(place.Options, TimeProvider.System, default))
        {
            await place.Ask("delete from schema_version where scriptname like '0002%'");
            var older = await Assert.ThrowsAsync<SchemaMismatch>(() => PostgresJournalStore.Open(place.Options, TimeProvider.System, default));
            Assert.Equal(SchemaAge.Older, older.Age);
            Assert.Contains("0002_snapshots.sql", older.Message, StringComparison.Ordinal);
        }

        await place.DisposeAsync();
    }

    [Fact]
    public async Task Newer_than_this_version_is_refused_on_postgres()
    {
        var place = new PostgresPlace();
        await place.InitializeAsync();
        await place.Ask(Later);

        var run = await Assert.ThrowsAsync<SchemaMismatch>(() => PostgresMigrations.Run(place.ConnectionString, default));
        var open = await Assert.ThrowsAsync<SchemaMismatch>(() => PostgresJournalStore.Open(place.Options, TimeProvider.System, default));

        Assert.Equal((SchemaAge.Newer, SchemaAge.Newer), (run.Age, open.Age));
        await place.DisposeAsync();
    }

    [Fact]
    public async Task Is_made_once_by_several_starters_on_sqlite()
    {
        var place = new SqlitePlace();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SqliteMigrations.Run(place.Path, TimeProvider.System, default))));

        Assert.Equal(2, await place.Count("schema_version"));
        await using (await SqliteJournalStore.Open(place.Options, default))
        {
            await Assert.ThrowsAsync<StoreInUse>(() => SqliteJournalStore.Open(place.Options, default));
        }

        await place.Ask("delete from schema_version");
        Assert.Equal(SchemaAge.Older, (await Assert.ThrowsAsync<SchemaMismatch>(() => SqliteJournalStore.Open(place.Options, default))).Age);
        await place.DisposeAsync();
    }

    [Fact]
    public async Task Newer_than_this_version_is_refused_on_sqlite()
    {
        var place = new SqlitePlace();
        await place.InitializeAsync();
        await place.Store.DisposeAsync();
        await place.Ask(Later);

        var run = await Assert.ThrowsAsync<SchemaMismatch>(() => SqliteMigrations.Run(place.Path, TimeProvider.System, default));
        var open = await Assert.ThrowsAsync<SchemaMismatch>(() => SqliteJournalStore.Open(place.Options, default));

        Assert.Equal((SchemaAge.Newer, SchemaAge.Newer), (run.Age, open.Age));
        await place.DisposeAsync();
    }

    [Fact]
    public async Task Of_sqlite_is_strict_and_its_log_waits_for_the_disk()
    {
        var place = new SqlitePlace();
        await place.InitializeAsync();

        Assert.Equal("wal", await place.Ask("pragma journal_mode"));
        await Assert.ThrowsAsync<SqliteException>(() => place.Ask("insert into ground (ground, version) values ('k_1', 'x')"));
        var (synchronous, foreign) = await ((SqliteJournalStore)place.Store).Writer.Run(
            sql => (new SqliteStatement(sql.Connection, "pragma synchronous", 0).Ask(), new SqliteStatement(sql.Connection, "pragma foreign_keys", 0).Ask()),
            default);
        Assert.Equal((2L, 1L), (synchronous, foreign));
        await place.DisposeAsync();
    }
}
