using Hub.Silo.Journal;

namespace Hub.Silo.Tests.Journal;

/// <summary>What a journal store promises, whatever database it stands on.</summary>
public abstract partial class JournalBehaviour(JournalPlace place) : IAsyncLifetime
{
    private protected IJournalLane Lane { get; private set; } = null!;

    private protected IJournalStore Store => place.Store;

    private protected JournalPlace Place => place;

    public Task InitializeAsync()
    {
        Lane = place.Store.OpenLane();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await Lane.DisposeAsync();

    private protected async Task<CommitFate> Commit(CommitRows commit) => (await CommitAll(commit)).Fates[0];

    private protected async Task<BatchResult> CommitAll(params IReadOnlyList<CommitRows> batch) => await Lane.Commit(batch, CancellationToken.None);

    /// <summary>Commits and says so.</summary>
    private protected async Task<EventRow> Committed(CommitRows commit)
    {
        Assert.Equal(CommitFate.Committed, await Commit(commit));
        return commit.Event;
    }

    private protected async Task<EventRow> Stream(int versions)
    {
        var last = await Committed(CommitExamples.First(CommitExamples.NewStream()));
        while (last.Version < versions)
        {
            last = await Committed(CommitExamples.Next(last));
        }

        return last;
    }

    private protected async Task<StoreFaultKind> Fault(params IReadOnlyList<CommitRows> batch) =>
        (await Assert.ThrowsAsync<StoreFault>(async () => await Lane.Commit(batch, CancellationToken.None))).Kind;

    private protected async Task LeftNothing(string stream)
    {
        foreach (var table in new[] { "event", "claim", "view", "delivery", "stream_key" })
        {
            Assert.Equal(0, await place.Count($"{table} where stream = '{stream}'"));
        }
    }
}

public sealed class PostgresJournal(PostgresPlace place) : JournalBehaviour(place), IClassFixture<PostgresPlace>;

public sealed class SqliteJournal(SqlitePlace place) : JournalBehaviour(place), IClassFixture<SqlitePlace>;
