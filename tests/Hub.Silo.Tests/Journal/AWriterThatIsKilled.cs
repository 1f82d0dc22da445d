using System.Security.Cryptography;
using Hub.Silo.Journal;
using Hub.Silo.Journal.Sqlite;

namespace Hub.Silo.Tests.Journal;

/// <summary>SIGKILL at any moment: what was confirmed stands, and nothing stands in part.</summary>
public sealed class AWriterThatIsKilled(PostgresPlace postgres, SqlitePlace sqlite) : IClassFixture<PostgresPlace>, IClassFixture<SqlitePlace>
{
    private const int Times = 4;

    [Fact]
    public async Task Loses_nothing_confirmed_on_postgres()
    {
        for (var time = 0; time < Times; time++)
        {
            using var writer = KilledWriter.Start("postgres", postgres.ConnectionString);
            var confirmed = await writer.KillAfter(RandomNumberGenerator.GetInt32(1, 1500));

            // A backend notices the death of its client when it next talks to it; until then its transaction is still open.
            await postgres.Until(
                "select count(*) = 0 from pg_stat_activity where datname = current_database() and application_name = 'hub silo lane'");
            await AllOfEachBatchStands(postgres, confirmed);
        }
    }

    [Fact]
    public async Task Loses_nothing_confirmed_on_sqlite()
    {
        await sqlite.Store.DisposeAsync();
        for (var time = 0; time < Times; time++)
        {
            using var writer = KilledWriter.Start("sqlite", sqlite.Path);
            var confirmed = await writer.KillAfter(RandomNumberGenerator.GetInt32(1, 1500));
            sqlite.Store = await SqliteJournalStore.Open(sqlite.Options, CancellationToken.None);
            await AllOfEachBatchStands(sqlite, confirmed);
            await sqlite.Store.DisposeAsync();
        }
    }

    [Fact]
    public async Task Had_the_embedded_file_to_itself()
    {
        var own = new SqlitePlace();
        await own.InitializeAsync();
        await own.Store.DisposeAsync();
        using var writer = KilledWriter.Start("sqlite", own.Path);
        await writer.StandardOutput.ReadLineAsync();

        await Assert.ThrowsAsync<StoreInUse>(() => SqliteJournalStore.Open(own.Options, CancellationToken.None));

        await writer.KillAfter(1);
        await using (await SqliteJournalStore.Open(own.Options, CancellationToken.None))
        {
            await own.DisposeAsync();
        }
    }

    private static async Task AllOfEachBatchStands(JournalPlace place, IReadOnlyList<string[]> confirmed)
    {
        Assert.NotEmpty(confirmed);
        foreach (var line in confirmed)
        {
            var version = long.Parse(line[1]);
            var standing = (await place.Store.ReadEvents(line[0], version - 1, 1, default)).Single();
            Assert.Equal(line[3], Convert.ToHexString(standing.Hash));
        }

        var batches = await place.Count("batch");
        Assert.Equal(batches * KilledWriter.PerBatch, await place.Count("event"));
        Assert.Equal(batches * KilledWriter.PerBatch, await place.Count("view"));
        Assert.Equal(batches * KilledWriter.PerBatch * KilledWriter.FanOut, await place.Count("delivery"));
        var streams = await place.Count("event where version = 1");
        Assert.Equal(streams, await place.Count("stream_key"));
        Assert.Equal(streams, await place.Count("claim"));
    }
}
