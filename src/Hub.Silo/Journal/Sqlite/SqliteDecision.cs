namespace Hub.Silo.Journal.Sqlite;

/// <summary>Decides one commit before anything of it is written. Within BEGIN IMMEDIATE nobody else writes, so what is asked stays true.</summary>
internal static class SqliteDecision
{
    public static CommitFate Decide(SqliteStatements sql, CommitRows commit)
    {
        var e = commit.Event;
        if (!FollowsHead(sql, e) || (e.RequestId.Length > 0 && sql.Request.Ask(e.Stream, e.Agency, e.RequestId) is not null))
        {
            return CommitFate.HeadMoved;
        }

        if (commit.ReadSet.Any(g => (sql.Ground.Ask(g.Ground) as long? ?? 0) != g.Version))
        {
            return CommitFate.ReadSetChanged;
        }

        return commit.Claims.Any(c => sql.Claimant.Ask(c.Space, c.Key) is string holder && holder != c.Stream)
            ? CommitFate.ClaimLost
            : CommitFate.Committed;
    }

    private static bool FollowsHead(SqliteStatements sql, EventRow e)
    {
        // A predecessor with that very hash: a free place alone would let version 11 follow 8.
        var previous = e.Version == 1 ? [] : sql.HashAt.Ask(e.Stream, e.Version - 1) as byte[];
        return previous is not null && previous.AsSpan().SequenceEqual(e.PreviousHash) && sql.HashAt.Ask(e.Stream, e.Version) is null;
    }
}
