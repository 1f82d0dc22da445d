using Microsoft.Data.Sqlite;

namespace Hub.Silo.Journal.Sqlite;

/// <summary>The one writer of an embedded journal.</summary>
internal sealed class SqliteLane(SqliteWriter writer) : IJournalLane
{
    private (IReadOnlyList<CommitRows> Batch, BatchResult Result)? unsettled;

    public async ValueTask<BatchResult> Commit(IReadOnlyList<CommitRows> batch, CancellationToken stop)
    {
        if (unsettled is not null)
        {
            throw new StoreFault(StoreFaultKind.Uncertain, new InvalidOperationException("the batch before is not settled"));
        }

        BatchTexts.Check(batch);
        return await writer.Run(sql => Write(sql, batch), stop);
    }

    public async ValueTask<BatchResult> Settle(IReadOnlyList<CommitRows> batch, CancellationToken stop)
    {
        if (unsettled is not { } attempt || !ReferenceEquals(attempt.Batch, batch))
        {
            // Nothing of it was ever on its way to the disk.
            return BatchRow.Nothing([.. batch.Select(_ => CommitFate.Committed)]);
        }

        try
        {
            return await writer.Run(sql => Find(sql, attempt.Batch, attempt.Result), stop);
        }
        catch (StoreFault e) when (e.Kind != StoreFaultKind.Unavailable)
        {
            throw new StoreFault(StoreFaultKind.Unavailable, e);
        }
    }

    // The store owns the connection: keys and secrets are written over it too.
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private BatchResult Write(SqliteStatements sql, IReadOnlyList<CommitRows> batch)
    {
        BatchResult result;
        try
        {
            sql.Begin.Run();
            result = SqliteBatch.Write(sql, batch);
            if (result.CommitNumber == 0)
            {
                sql.Rollback.Run();
                return result;
            }
        }
        catch
        {
            // Whatever it was: a transaction left open would take the next batch into it.
            writer.Abandon(sql);
            throw;
        }

        try
        {
            sql.Commit.Run();
            return result;
        }
        catch (SqliteException e)
        {
            // The log may hold the whole transaction although the disk did not say so; the next recovery would then find it.
            unsettled = (batch, result);
            writer.Drop();
            throw new StoreFault(StoreFaultKind.Uncertain, e);
        }
    }

    private BatchResult Find(SqliteStatements sql, IReadOnlyList<CommitRows> batch, BatchResult result)
    {
        try
        {
            // A transaction of our own takes the place in the log after the last one that counts: what the broken one may have left there
            // is overwritten, and no recovery can bring it back. It costs a commit number.
            sql.Begin.Run();
            sql.NextCommit.Ask();
            sql.Commit.Run();
        }
        catch (SqliteException)
        {
            writer.Drop();
            throw;
        }

        var stand = batch.Where((_, i) => result.Fates[i] == CommitFate.Committed)
            .All(c => sql.HashAt.Ask(c.Event.Stream, c.Event.Version) is byte[] hash && hash.AsSpan().SequenceEqual(c.Event.Hash));
        unsettled = null;
        return stand ? result : BatchRow.Nothing(result.Fates);
    }
}
