using System.Data.Common;
using Hub.Domain.Sharing;
using Hub.Silo.Journal;
using Hub.Silo.Tests.Owners;

namespace Hub.Silo.Tests.Audit;

/// <summary>Nothing is named that is not broken.</summary>
public abstract class AnIntactJournal(FilledJournal journal)
{
    [Fact]
    public async Task Is_whole()
    {
        await using var copy = await IntactCopy.Of(journal);
        var report = await FilledJournal.Audit(copy.Place);

        Assert.Empty(report.Broken);
        Assert.Empty(report.Erased);
        Assert.Equal((5, 14), (report.Streams, report.Events));
    }

    [Fact]
    public async Task Refuses_to_be_rewritten()
    {
        await using var copy = await IntactCopy.Of(journal);
        foreach (var sql in new[] { "update event set agency = 'other'", "delete from event", $"delete from event where stream = '{journal.Adult}'" })
        {
            Assert.Contains("events are only ever appended", (await Assert.ThrowsAnyAsync<DbException>(() => copy.Place.Run(sql))).Message);
        }

        Assert.True((await FilledJournal.Audit(copy.Place)).IsWhole);
    }

    [Fact]
    public async Task Is_whole_while_commits_go_on()
    {
        await using var copy = await IntactCopy.Of(journal);
        await using var silo = await RunningSilo.Start(copy.Place);
        var writers = Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Write(silo)));
        do
        {
            Assert.Empty((await silo.Hub.Audit(null, CancellationToken.None)).Broken);
        }
        while (!writers.IsCompleted);

        await writers;
        Assert.Empty((await silo.Hub.Audit(null, CancellationToken.None)).Broken);
    }

    [Fact]
    public async Task Of_more_events_than_a_page_is_whole_and_named_once_when_broken_early()
    {
        await using var copy = await IntactCopy.Of(journal);
        await using (var silo = await RunningSilo.Start(copy.Place))
        {
            var (direct, plan) = (new BehindTheOwner(silo), Example.NewPlan());
            var rows = await direct.Make(journal.Adult, Example.By(Example.Council), Example.Started(plan, "x"));
            Assert.Equal(OutcomeKind.Committed, (await direct.Commit(rows)).Kind);
            for (var revision = 1; revision < 300; revision++)
            {
                await Example.Value(silo.Person(journal.Adult).RevisePlan(
                    Example.By(Example.Council), new Domain.Plans.RevisePlan(plan, revision, Operations(revision))));
            }

            Assert.Empty((await silo.Hub.Audit(null, CancellationToken.None)).Broken);
        }

        await copy.Place.AllowRewriting();
        await copy.Place.Run($"update event set content = {copy.Place.Bytes(new byte[50])} where stream = '{journal.Adult}' and version = 2");
        var broken = Assert.Single((await FilledJournal.Audit(copy.Place)).Broken);
        Assert.Equal((journal.Adult, 2), (broken.Stream, broken.Version));
    }

    private static System.Collections.Immutable.ImmutableArray<Domain.Plans.ElementOperation> Operations(int revision)
    {
        var id = new Domain.Sharing.ElementId((UInt128)(revision % 2 == 1 ? revision : revision - 1));
        return [new Domain.Plans.ElementOperation(
            revision % 2 == 1 ? Domain.Sharing.ElementAct.Add : Domain.Sharing.ElementAct.Remove, id,
            revision % 2 == 1 ? new Domain.Sharing.ElementDraft(0, 1, "text") : null)];
    }

    private static async Task Write(RunningSilo silo)
    {
        for (var i = 0; i < 25; i++)
        {
            var child = silo.Person(await silo.Child(Example.Council));
            await Example.Value(child.OpenPlan(Example.By(Example.Council), Example.Open(Example.NewPlan(), "words")));
        }
    }
}

public sealed class AnIntactPostgresJournal(FilledPostgresJournal journal) : AnIntactJournal(journal), IClassFixture<FilledPostgresJournal>;

public sealed class AnIntactSqliteJournal(FilledSqliteJournal journal) : AnIntactJournal(journal), IClassFixture<FilledSqliteJournal>;
