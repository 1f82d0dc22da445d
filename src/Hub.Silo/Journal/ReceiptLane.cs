using System.Threading.Channels;

namespace Hub.Silo.Journal;

/// <summary>Gathers marks and ledger rows of all inboxes into transactions, one at a time, on a connection that waits for no commit.</summary>
internal sealed class ReceiptLane : IAsyncDisposable
{
    private const int Tries = 5;
    private readonly Channel<Waiting> queue;
    private readonly IReceiptLane store;
    private readonly JournalOptions options;
    private readonly JournalTelemetry telemetry;
    private readonly ReceiptLaneLog log;
    private readonly Task running;
    private volatile bool stopping;

    public ReceiptLane(IReceiptLane store, JournalOptions options, JournalTelemetry telemetry, ReceiptLaneLog log)
    {
        (this.store, this.options, this.telemetry, this.log) = (store, options, telemetry, log);
        queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(options.QueueCommits) { SingleReader = true });
        telemetry.ReceiptQueue(() => queue.Reader.Count);
        running = Task.Run(Run);
    }

    /// <summary>True: durable. False: it cannot be said to be, so nothing may rest on it; the same rows may be tried again later.</summary>
    public Task<bool> Write(ReceiptRows rows)
    {
        var waiting = new Waiting(rows, new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!queue.Writer.TryWrite(waiting))
        {
            End([waiting], durable: false);
        }

        return waiting.Durable.Task;
    }

    /// <summary>After what waits has been written, or as soon as it cannot be.</summary>
    public async ValueTask DisposeAsync()
    {
        stopping = true;
        queue.Writer.TryComplete();
        await running;
        await store.DisposeAsync();
    }

    private async Task Run()
    {
        var batch = new List<Waiting>();
        for (var given = true; await queue.Reader.WaitToReadAsync();)
        {
            batch.Clear();
            while (batch.Count < options.BatchSize && queue.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            given = given || !stopping;
            if (given)
            {
                given = await Write(batch);
            }
            else
            {
                End(batch, durable: false);
            }
        }
    }

    /// <summary>Whether the store could be reached.</summary>
    private async Task<bool> Write(IReadOnlyList<Waiting> batch)
    {
        List<ReceiptRows> rows = [.. batch.Select(w => w.Rows)];
        var uncertain = false;
        for (var tried = 1; ; tried++)
        {
            try
            {
                await store.Write(rows, CancellationToken.None);
                End(batch, durable: true);
                return true;
            }
            catch (StoreFault fault) when (fault.Kind is StoreFaultKind.Busy or StoreFaultKind.Uncertain && tried < Tries)
            {
                // Written twice is written once, so what is uncertain is simply written again.
                uncertain |= fault.Kind == StoreFaultKind.Uncertain;
                log.Again(batch.Count, fault.Kind, tried);
            }
            catch (StoreFault fault) when (fault.Kind == StoreFaultKind.Rejected && uncertain && tried < Tries)
            {
                // The broken attempt may have ended between the look for its rows and the insert.
                uncertain = false;
            }
            catch (StoreFault fault) when (fault.Kind == StoreFaultKind.Rejected)
            {
                if (batch.Count > 1)
                {
                    return await Split(batch);
                }

                Refuse(batch, fault);
                return true;
            }
#pragma warning disable CA1031 // Whatever it was: nobody may rest on these rows, and the lane lives on.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Refuse(batch, e);
                return false;
            }
        }
    }

    /// <summary>One bad row hurts nobody else's.</summary>
    private async Task<bool> Split(IReadOnlyList<Waiting> batch)
    {
        var reached = true;
        foreach (var part in batch.Chunk(batch.Count > 4 ? (batch.Count + 3) / 4 : 1))
        {
            reached &= await Write(part);
        }

        return reached;
    }

    private void Refuse(IReadOnlyList<Waiting> batch, Exception cause)
    {
        log.NotWritten(batch.Count, (cause.InnerException ?? cause).GetType().Name);
        End(batch, durable: false);
    }

    private void End(IReadOnlyList<Waiting> batch, bool durable)
    {
        telemetry.Receipts(batch.Count, durable);
        foreach (var waiting in batch)
        {
            waiting.Durable.TrySetResult(durable);
        }
    }

    private sealed record Waiting(ReceiptRows Rows, TaskCompletionSource<bool> Durable);
}
