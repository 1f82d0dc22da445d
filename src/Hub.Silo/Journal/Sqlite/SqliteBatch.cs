using System.Buffers.Binary;

namespace Hub.Silo.Journal.Sqlite;

/// <summary>Writes a batch row by row within the transaction that is open.</summary>
internal static class SqliteBatch
{
    public static BatchResult Write(SqliteStatements sql, IReadOnlyList<CommitRows> batch)
    {
        var fates = new CommitFate[batch.Count];
        for (var i = 0; i < fates.Length; i++)
        {
            fates[i] = SqliteDecision.Decide(sql, batch[i]);
            if (fates[i] == CommitFate.Committed)
            {
                WriteEvent(sql, batch[i]);
            }
        }

        if (!fates.Contains(CommitFate.Committed))
        {
            return BatchRow.Nothing(fates);
        }

        // Grounds only now: commits of one batch rest on the facts as they were before it, as on PostgreSQL.
        var number = (long)sql.NextCommit.Ask()!;
        var result = new BatchResult(number, fates, BatchRow.FirstOrdinals(batch, fates));
        var winners = batch.Where((_, i) => fates[i] == CommitFate.Committed).ToList();
        foreach (var (i, commit) in batch.Index().Where(c => fates[c.Index] == CommitFate.Committed))
        {
            WriteRest(sql, commit, number, result.FirstOrdinals[i]);
        }

        sql.AddBatch.Run(number, Bytes(BatchRow.Inboxes(winners)), BatchRow.EarliestDue(winners), BatchRow.Marks(winners));
        return result;
    }

    private static void WriteEvent(SqliteStatements sql, CommitRows commit)
    {
        foreach (var claim in commit.Claims)
        {
            sql.AddClaim.Run(claim.Space, claim.Key, claim.Stream);
        }

        var e = commit.Event;
        sql.AddEvent.Run(
            e.Hub, e.Stream, e.Version, e.Name, e.NameVersion, e.At, e.Agency, e.Practitioner, e.RequestId, e.RequestDigest,
            e.ContentDigest, e.DecisionsDigest, e.DeliveriesDigest, e.PreviousHash, e.Hash, e.Content, e.Decisions);
    }

    private static void WriteRest(SqliteStatements sql, CommitRows commit, long number, int ordinal)
    {
        var e = commit.Event;
        foreach (var view in commit.Views)
        {
            sql.AddView.Run(e.Stream, e.Version, view.Ordinal, view.Content);
        }

        foreach (var d in commit.Deliveries)
        {
            sql.AddDelivery.Run(
                number, ordinal++, e.At, e.Stream, e.Version, d.Inbox, d.Subject, d.View, d.Basis, d.Severity, d.EscalateAt);
        }

        if (commit.Key is { } key)
        {
            sql.AddKey.Run(key.Stream, key.MasterKey, key.Wrapped, key.ErasureOrder);
        }

        if (commit.Raise is { } raise)
        {
            sql.RaiseGround.Run(raise.Ground, raise.Version);
        }

        if (commit.Notice is { } notice)
        {
            sql.AddNarrowing.Run(notice.Ground, notice.Version, notice.Done);
        }
    }

    private static byte[] Bytes(long[] inboxes)
    {
        var bytes = new byte[inboxes.Length * 8];
        for (var i = 0; i < inboxes.Length; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(i * 8), inboxes[i]);
        }

        return bytes;
    }
}
