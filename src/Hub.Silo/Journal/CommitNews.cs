using Hub.Silo.Inbox;

namespace Hub.Silo.Journal;

/// <summary>What others of this silo know of a commit before its owner does, and so before anybody has an answer.</summary>
internal sealed class CommitNews(Grounds grounds, RecentViews views, InboxFeed feed, Action<CommitRows> tellOthers)
{
    // Of each stream the last version that was told here.
    private readonly Remembered<string, long> told = new(100_000);

    /// <summary>Called once for each commit, one after the other for those of one stream.</summary>
    public void Committed(CommitRows rows, CommitOutcome outcome)
    {
        if (rows.Narrowed is { } ground)
        {
            grounds.Narrow(ground.Ground, ground.Version);
        }

        var (stream, version) = (rows.Event.Stream, rows.Event.Version);
        views.Add(rows);

        // An earlier event of the stream that was committed elsewhere must not be overtaken.
        if (version > 1 && !(told.TryGet(stream, out var last) && last == version - 1))
        {
            feed.Miss(rows);
        }

        told.Add(stream, version);
        feed.Committed(rows, outcome);
        tellOthers(rows);
    }
}
