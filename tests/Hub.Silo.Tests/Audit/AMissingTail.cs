using Hub.Silo.Audit;

namespace Hub.Silo.Tests.Audit;

/// <summary>What is gone altogether leaves no row to name: the commit that wrote it is named instead.</summary>
public abstract class AMissingTail(FilledJournal journal)
{
    [Fact]
    public async Task Is_named_by_its_commit()
    {
        await using var copy = await TamperedCopy.Of(journal);
        var commit = await CommitOf(copy, journal.Planned, 6);
        await copy.Run($"delete from event where stream = '{journal.Planned}' and version = 6");

        Assert.Equal([commit], (await copy.Audit()).Broken);
    }

    [Fact]
    public async Task Of_shared_events_is_named_by_its_commit()
    {
        await using var copy = await TamperedCopy.Of(journal);
        var commit = await CommitOf(copy, journal.Shared, 3);
        foreach (var table in new[] { "event", "view", "delivery" })
        {
            await copy.Run($"delete from {table} where stream = '{journal.Shared}' and version = 3");
        }

        Assert.Equal([commit], (await copy.Audit()).Broken);
    }

    [Fact]
    public async Task That_is_a_whole_stream_is_named_by_each_of_its_commits()
    {
        await using var copy = await TamperedCopy.Of(journal);
        List<BrokenRow> commits = [await CommitOf(copy, journal.Shared, 1), await CommitOf(copy, journal.Shared, 2), await CommitOf(copy, journal.Shared, 3)];
        foreach (var table in new[] { "event", "view", "delivery", "claim", "stream_key" })
        {
            await copy.Run($"delete from {table} where stream = '{journal.Shared}'");
        }

        Assert.Equal(commits, (await copy.Audit()).Broken);
    }

    [Fact]
    public async Task Of_events_without_a_key_row_is_named_by_each_commit()
    {
        await using var copy = await TamperedCopy.Of(journal);
        var commit = await CommitOf(copy, journal.Adult, 1);
        await copy.Run($"delete from stream_key where stream = '{journal.Adult}'");

        Assert.Equal([commit], (await copy.Audit()).Broken);
    }

    [Fact]
    public async Task That_moved_to_another_stream_is_named_there_and_by_its_commit()
    {
        await using var copy = await TamperedCopy.Of(journal);
        var commit = await CommitOf(copy, journal.Planned, 6);
        await copy.Run($"update event set stream = '{journal.Adult}', version = 2 where stream = '{journal.Planned}' and version = 6");

        var broken = (await copy.Audit()).Broken;
        Assert.Equal([journal.Adult, commit.Stream], broken.Select(b => b.Stream));
    }

    [Fact]
    public async Task That_was_altered_with_its_hash_is_named_by_its_commit()
    {
        await using var copy = await TamperedCopy.Of(journal);
        var commit = await CommitOf(copy, journal.Planned, 6);
        await copy.Set("practitioner", "'SW999009'", journal.Planned, 6);
        await copy.Rehash(journal.Planned, 6);

        Assert.Equal([commit], (await copy.Audit()).Broken);
    }

    [Fact]
    public async Task Of_an_envelope_and_all_hashes_after_it_is_named_by_each_commit()
    {
        await using var copy = await TamperedCopy.Of(journal);
        var commits = new List<BrokenRow>();
        for (var version = 3; version <= 6; version++)
        {
            commits.Add(await CommitOf(copy, journal.Planned, version));
        }

        await copy.Set("practitioner", "'SW999009'", journal.Planned, 3);
        await copy.Rehash(journal.Planned, 3);

        Assert.Equal(commits, (await copy.Audit()).Broken);
    }

    [Fact]
    public async Task Does_not_make_later_events_of_a_broken_stream_count_as_missing()
    {
        await using var copy = await TamperedCopy.Of(journal);
        await copy.Run($"update stream_key set wrapped = {copy.Place.Bytes(new byte[61])} where stream = '{journal.Planned}'");

        Assert.Equal([new BrokenRow(journal.Planned, 0, "the stream's key does not open")], (await copy.Audit()).Broken);
    }

    private static async Task<BrokenRow> CommitOf(TamperedCopy copy, string stream, long version)
    {
        var hash = await copy.Get("hash", stream, version);
        var batches = await copy.Place.Rows("select commit_number, marks from batch");
        var commit = batches.Single(b => ((byte[])b[1]).AsSpan().IndexOf(hash.AsSpan(0, 8)) >= 0)[0];
        return new BrokenRow($"commit {commit}", 0, "an event of this commit is missing from its stream");
    }
}

public sealed class AMissingPostgresTail(FilledPostgresJournal journal) : AMissingTail(journal), IClassFixture<FilledPostgresJournal>;

public sealed class AMissingSqliteTail(FilledSqliteJournal journal) : AMissingTail(journal), IClassFixture<FilledSqliteJournal>;
