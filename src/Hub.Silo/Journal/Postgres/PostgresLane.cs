using Npgsql;

namespace Hub.Silo.Journal.Postgres;

/// <summary>One connection that writes one batch at a time, in two round trips. READ COMMITTED: conditions hold at the statement that
/// inserts the events, and keys decide between transactions that overlap.</summary>
internal sealed class PostgresLane(PostgresOptions options) : IJournalLane
{
    private readonly PostgresLink link = new(options.Lane, options.History);
    private Attempt? unsettled;

    private sealed record Attempt(IReadOnlyList<CommitRows> Batch, BatchResult Result, PostgresBackend Backend);

    /// <summary>Server process that serves the lane now; 0 when there is none.</summary>
    internal int BackendPid => link.BackendPid;

    public async ValueTask<BatchResult> Commit(IReadOnlyList<CommitRows> batch, CancellationToken stop)
    {
        RequireSettled();
        BatchTexts.Check(batch);
        var open = await link.Open(stop);

        // From here on the caller's patience does not count: a cancelled transaction would be one whose outcome nobody knows.
        BatchResult result;
        try
        {
            var (commitNumber, fates) = await FirstTrip.Run(open.Connection, batch);
            if (!fates.Contains(CommitFate.Committed))
            {
                await Rollback(open);
                return BatchRow.Nothing(fates);
            }

            result = new BatchResult(commitNumber, fates, BatchRow.FirstOrdinals(batch, fates));
        }
        catch (Exception e)
        {
            // Whatever it was: a transaction left open would take the next batch into it.
            await link.Drop();
            throw PostgresFaults.NotWritten(e);
        }

        try
        {
            await SecondTrip.Run(open.Connection, batch, result);
            return result;
        }
        catch (Exception e) when (PostgresFaults.IsAnswer(e))
        {
            await link.Drop();
            throw PostgresFaults.NotWritten(e);
        }
        catch (Exception e)
        {
            // The server may have read "commit" and carried it out before the connection broke. The end of a backend (FATAL) counts as
            // broken too: it can come after the commit was written.
            unsettled = new Attempt(batch, result, open.Backend);
            await link.Drop();
            throw new StoreFault(StoreFaultKind.Uncertain, e);
        }
    }

    public async ValueTask<BatchResult> Settle(IReadOnlyList<CommitRows> batch, CancellationToken stop)
    {
        if (unsettled is not { } attempt || !ReferenceEquals(attempt.Batch, batch))
        {
            throw new InvalidOperationException("only the batch whose outcome is uncertain can be settled");
        }

        var open = await link.Open(stop);
        try
        {
            await Settlement.End(open.Connection, attempt.Backend, options.SettleTimeout, stop);
            var stand = await Settlement.Standing(open.Connection, batch, attempt.Result, stop);
            unsettled = null;
            return stand ? attempt.Result : BatchRow.Nothing(attempt.Result.Fates);
        }
        catch (Exception e) when (PostgresFaults.Knows(e))
        {
            await link.Drop();
            throw new StoreFault(StoreFaultKind.Unavailable, e);
        }
    }

    public ValueTask DisposeAsync() => link.DisposeAsync();

    private void RequireSettled()
    {
        if (unsettled is not null)
        {
            throw new StoreFault(StoreFaultKind.Uncertain, new InvalidOperationException("the batch before is not settled"));
        }
    }

    /// <summary>Where that fails, the backend does so itself when the connection is gone.</summary>
    private async ValueTask Rollback(PostgresSession open)
    {
        try
        {
            await using var rollback = new NpgsqlCommand("rollback", open.Connection);
            await rollback.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (Exception e) when (PostgresFaults.Knows(e))
        {
            await link.Drop();
        }
    }
}
