namespace Hub.Silo.Tests.Audit;

/// <summary>What somebody with the whole database, and time, can still do without being found. Each stands here until the root over all
/// heads and batch rows is signed and kept elsewhere; then it moves to <see cref="Corruption"/>.</summary>
public abstract class WhatOnlyASignedRootFinds(FilledJournal journal)
{
    [Fact]
    public Task An_envelope_with_all_hashes_and_marks_after_it() => IsNotFound(async copy =>
    {
        var old = (await Intruder.Read(copy, journal.Planned)).Select(e => e.Hash).ToList();
        await copy.Set("practitioner", "'SW999009'", journal.Planned, 3);
        await copy.Rehash(journal.Planned, 3);
        await copy.Remark(journal.Planned, old);
    });

    [Fact]
    public Task A_tail_cut_with_its_batch_row() => IsNotFound(async copy =>
    {
        await copy.Run($"delete from event where stream = '{journal.Planned}' and version = 6");
        await copy.Run("delete from batch");
    });

    [Fact]
    public Task A_key_destroyed_under_an_invented_order() => IsNotFound(
        copy => copy.Run($"update stream_key set wrapped = {copy.Place.Bytes([])}, erasure_order = 'invented' where stream = '{journal.Planned}'"));

    [Fact]
    public Task A_delivery_moved_in_its_inbox() => IsNotFound(
        copy => copy.Run($"update delivery set commit_number = commit_number + 1000 where stream = '{journal.Shared}' and version = 2"));

    [Fact]
    public Task A_delivery_of_an_event_that_never_was() => IsNotFound(copy => copy.Run(
        $"""
        insert into delivery (commit_number, ordinal, at, stream, version, inbox, subject, view, basis, severity, escalate_at)
        select commit_number, 99, at, stream, 77, inbox, subject, -1, basis, severity, 0 from delivery where stream = '{journal.Shared}' and version = 2
        """));

    [Fact]
    public Task A_claim_that_no_event_made() => IsNotFound(
        copy => copy.Run($"insert into claim (space, key, stream) values (4, {copy.Place.Bytes([7, 7, 7])}, '{journal.Planned}')"));

    private async Task IsNotFound(Func<TamperedCopy, Task> does)
    {
        await using var copy = await TamperedCopy.Of(journal);
        await does(copy);
        Assert.True((await copy.Audit()).IsWhole);
    }
}

public sealed class WhatOnlyASignedPostgresRootFinds(FilledPostgresJournal journal)
    : WhatOnlyASignedRootFinds(journal), IClassFixture<FilledPostgresJournal>;

public sealed class WhatOnlyASignedSqliteRootFinds(FilledSqliteJournal journal)
    : WhatOnlyASignedRootFinds(journal), IClassFixture<FilledSqliteJournal>;
