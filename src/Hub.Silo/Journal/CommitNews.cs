using Hub.Silo.Inbox;

namespace Hub.Silo.Journal;

/// <summary>What others of this silo know of a commit before its owner does, and so before anybody has an answer.</summary>
internal sealed class CommitNews(Grounds grounds, RecentViews views, InboxFeed feed)
{
    public void Committed(CommitRows rows, CommitOutcome outcome)
    {
        if (rows.Narrowed is { } ground)
        {
            grounds.Narrow(ground.Ground, ground.Version);
        }

        views.Add(rows.Event.Stream, rows.Event.Version, rows.Opened);
        feed.Committed(rows, outcome);
    }
}
