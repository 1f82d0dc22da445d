using Hub.Silo.Journal;

namespace Hub.Silo.Tests.Journal;

public abstract partial class JournalBehaviour
{
    [Fact]
    public async Task A_ground_that_has_none_has_version_0()
    {
        var ground = CommitExamples.NewStream();

        Assert.Equal(0, await Store.ReadGround(ground, default));
        await Committed(CommitExamples.First(CommitExamples.NewStream()).ReadingGround(ground, 0));
    }

    [Fact]
    public async Task A_raised_ground_is_what_later_commits_must_have_read()
    {
        var ground = CommitExamples.NewStream();
        var owner = await Committed(CommitExamples.First(ground) with { Raise = new GroundRow(ground, 1) });
        await Committed(CommitExamples.Next(owner) with { Raise = new GroundRow(ground, 2) });

        Assert.Equal(2, await Store.ReadGround(ground, default));
        foreach (var stale in new long[] { 0, 1, 3 })
        {
            var commit = CommitExamples.First(CommitExamples.NewStream()).ReadingGround(ground, stale).WithFanOut(2);
            Assert.Equal(CommitFate.ReadSetChanged, await Commit(commit));
            await LeftNothing(commit.Event.Stream);
        }

        await Committed(CommitExamples.First(CommitExamples.NewStream()).ReadingGround(ground, 2));
    }

    [Fact]
    public async Task Every_ground_of_a_read_set_counts()
    {
        string still = CommitExamples.NewStream(), moved = CommitExamples.NewStream();
        await Committed(CommitExamples.First(moved) with { Raise = new GroundRow(moved, 1) });
        var commit = CommitExamples.First(CommitExamples.NewStream());

        Assert.Equal(
            CommitFate.ReadSetChanged, await Commit(commit with { ReadSet = [new GroundRow(still, 0), new GroundRow(moved, 0)] }));
        await Committed(commit with { ReadSet = [new GroundRow(still, 0), new GroundRow(moved, 1)] });
    }

    [Fact]
    public async Task A_loser_raises_no_ground()
    {
        var ground = CommitExamples.NewStream();
        var first = await Committed(CommitExamples.First(ground) with { Raise = new GroundRow(ground, 1) });

        Assert.Equal(CommitFate.HeadMoved, await Commit(CommitExamples.First(first.Stream) with { Raise = new GroundRow(ground, 2) }));
        Assert.Equal(1, await Store.ReadGround(ground, default));
    }

    [Fact]
    public async Task Commits_of_one_batch_rest_on_the_facts_before_it()
    {
        var ground = CommitExamples.NewStream();

        var result = await CommitAll(
            CommitExamples.First(ground) with { Raise = new GroundRow(ground, 1) },
            CommitExamples.First(CommitExamples.NewStream()).ReadingGround(ground, 0));

        Assert.Equal([CommitFate.Committed, CommitFate.Committed], result.Fates);
    }
}
