using Hub.Silo.Cluster;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;
using Hub.Silo.Tests.Journal;

namespace Hub.Silo.Tests.Inbox;

/// <summary>What an inbox hears of this silo's commits, and when it must read its table instead.</summary>
public sealed class NewsOfCommits
{
    private const long Inbox = 1;
    private readonly InboxFeed feed = new();
    private readonly Fresh fresh = new();
    private readonly CommitNews news;

    public NewsOfCommits()
    {
        news = new CommitNews(new Grounds(new Gateways(TimeProvider.System), TimeProvider.System), new RecentViews(), feed, _ => { });
        feed.Follow(Inbox, fresh);
        fresh.Begin();
        fresh.Complete();
    }

    [Fact]
    public void Come_at_the_place_at_which_they_stand()
    {
        var signal = feed.Next(Inbox);
        Tell(CommitExamples.First(CommitExamples.NewStream()).WithFanOut(3), commit: 7, first: 4);
        Assert.True(signal.IsCompleted);
        Assert.Equal(new Position(7, 4), Assert.Single(fresh.Take()!).Position);
    }

    [Fact]
    public void Overtake_nothing_that_another_silo_committed_of_the_same_person()
    {
        var first = CommitExamples.First(CommitExamples.NewStream()).WithFanOut(1);
        var second = CommitExamples.Next(first.Event).WithFanOut(1);
        var third = CommitExamples.Next(second.Event).WithFanOut(1);
        Tell(first, 1);
        Tell(third, 3);
        Assert.Null(fresh.Take());

        // Once the table was read it goes on.
        fresh.Begin();
        fresh.Complete();
        Tell(CommitExamples.Next(third.Event).WithFanOut(1), 4);
        Assert.Single(fresh.Take()!);
    }

    [Fact]
    public void Of_a_person_that_this_silo_did_not_know_come_after_the_table()
    {
        var known = CommitExamples.Next(CommitExamples.First(CommitExamples.NewStream()).Event);
        Tell(known.WithFanOut(1), 2);
        Assert.Null(fresh.Take());
    }

    private void Tell(CommitRows rows, long commit, int first = 0) => news.Committed(rows, new CommitOutcome(OutcomeKind.Committed, commit, first));
}
