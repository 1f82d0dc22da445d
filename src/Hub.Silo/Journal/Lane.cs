using System.Threading.Channels;

namespace Hub.Silo.Journal;

/// <summary>Gathers commits into batches and writes one batch at a time. One bad commit hurts nobody else: what fails together is tried
/// in quarters, then singly; what fails alone is refused alone, and its stream is written alone for a minute.</summary>
internal sealed class Lane : IAsyncDisposable
{
    private const int BusyTries = 5;
    private static readonly TimeSpan Alone = TimeSpan.FromMinutes(1);
    private readonly Channel<Waiting> queue = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    private readonly Dictionary<string, DateTimeOffset> aloneUntil = [];
    private readonly IJournalLane store;
    private readonly JournalOptions options;
    private readonly TimeProvider time;
    private readonly JournalTelemetry telemetry;
    private readonly LaneLog log;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task running;

    public Lane(IJournalLane store, JournalOptions options, TimeProvider time, JournalTelemetry telemetry, LaneLog log)
    {
        (this.store, this.options, this.time, this.telemetry, this.log) = (store, options, time, telemetry, log);
        running = Task.Run(Run);
    }

    public Task<CommitOutcome> Enqueue(CommitRows rows)
    {
        var waiting = new Waiting(rows, new TaskCompletionSource<CommitOutcome>(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!queue.Writer.TryWrite(waiting))
        {
            waiting.Outcome.SetResult(new CommitOutcome(OutcomeKind.Unavailable));
        }

        return waiting.Outcome.Task;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await stopping.CancelAsync();
        await running;
        await store.DisposeAsync();
        stopping.Dispose();
    }

    private async Task Run()
    {
        var later = new List<Waiting>();
        while (later.Count > 0 || await queue.Reader.WaitToReadAsync())
        {
            await Write(Gather(later));
        }
    }

    /// <summary>The next batch: each stream at most once, in the order of arrival; a stream that failed alone goes alone.</summary>
    private List<Waiting> Gather(List<Waiting> later)
    {
        var (batch, streams, kept) = (new List<Waiting>(), new HashSet<string>(), new List<Waiting>());
        foreach (var next in later)
        {
            Place(next);
        }

        while (batch.Count < options.BatchSize && kept.Count < options.BatchSize && queue.Reader.TryRead(out var next))
        {
            Place(next);
        }

        later.Clear();
        later.AddRange(kept);
        return batch;

        void Place(Waiting next)
        {
            var alone = batch.Count > 0 && (GoesAlone(next) || GoesAlone(batch[0]));
            if (alone || batch.Count >= options.BatchSize || !streams.Add(next.Rows.Event.Stream))
            {
                // What follows of this stream in the same round must wait behind it.
                streams.Add(next.Rows.Event.Stream);
                kept.Add(next);
            }
            else
            {
                batch.Add(next);
            }
        }
    }

    private bool GoesAlone(Waiting next)
    {
        if (aloneUntil.Count == 0 || !aloneUntil.TryGetValue(next.Rows.Event.Stream, out var until))
        {
            return false;
        }

        if (time.GetUtcNow() < until)
        {
            return true;
        }

        aloneUntil.Remove(next.Rows.Event.Stream);
        return false;
    }

    private async Task Write(List<Waiting> batch)
    {
        var rows = batch.ConvertAll(w => w.Rows);
        for (var tried = 1; ; tried++)
        {
            try
            {
                End(batch, await store.Commit(rows, CancellationToken.None));
                telemetry.Written(batch.Count);
                return;
            }
            catch (StoreFault fault) when (fault.Kind == StoreFaultKind.Busy && tried < BusyTries)
            {
                log.Busy(batch.Count, tried);
            }
            catch (StoreFault fault) when (fault.Kind == StoreFaultKind.Rejected)
            {
                await Split(batch, fault);
                return;
            }
            catch (StoreFault fault) when (fault.Kind != StoreFaultKind.Uncertain)
            {
                log.Unavailable(batch.Count, fault.Kind);
                End(batch, OutcomeKind.Unavailable);
                return;
            }
#pragma warning disable CA1031 // Whatever it was: nobody knows what stands until it has been looked up, and the lane lives on.
            catch (Exception e)
#pragma warning restore CA1031
            {
                log.Uncertain(batch.Count, (e.InnerException ?? e).GetType().Name);
                await Settle(batch, rows);
                return;
            }
        }
    }

    private async Task Split(List<Waiting> batch, StoreFault fault)
    {
        if (batch.Count == 1)
        {
            aloneUntil[batch[0].Rows.Event.Stream] = time.GetUtcNow() + Alone;
            log.Rejected(batch[0].Rows.Event.Name, fault.InnerException?.GetType().Name ?? "");
            End(batch, OutcomeKind.Rejected);
            return;
        }

        var size = batch.Count > 4 ? (batch.Count + 3) / 4 : 1;
        foreach (var part in batch.Chunk(size))
        {
            await Write([.. part]);
        }
    }

    /// <summary>Goes on until it is known what stands: nobody is told either way before. A silo that stops cancels its callers,
    /// who have been told nothing.</summary>
    private async Task Settle(List<Waiting> batch, List<CommitRows> rows)
    {
        for (var pause = TimeSpan.FromMilliseconds(50); ; pause = pause < TimeSpan.FromSeconds(1) ? pause * 2 : pause)
        {
            try
            {
                var result = await store.Settle(rows, stopping.Token);
                for (var i = 0; i < batch.Count; i++)
                {
                    var stands = result.Fates[i] == CommitFate.Committed;
                    batch[i].End(new CommitOutcome(stands ? OutcomeKind.Committed : OutcomeKind.Unavailable, result.CommitNumber, result.FirstOrdinals[i]));
                }

                return;
            }
#pragma warning disable CA1031 // As long as it cannot be found out, nobody may be told.
            catch (Exception e)
#pragma warning restore CA1031
            {
                log.Unsettled(batch.Count, (e.InnerException ?? e).GetType().Name);
            }

            if (stopping.IsCancellationRequested)
            {
                batch.ForEach(w => w.Outcome.TrySetCanceled());
                return;
            }

            await Task.Delay(pause, time, CancellationToken.None);
        }
    }

    private static void End(List<Waiting> batch, OutcomeKind kind) => batch.ForEach(w => w.End(new CommitOutcome(kind)));

    private static void End(List<Waiting> batch, BatchResult result)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            batch[i].End(new CommitOutcome((OutcomeKind)result.Fates[i], result.CommitNumber, result.FirstOrdinals[i]));
        }
    }

    private sealed record Waiting(CommitRows Rows, TaskCompletionSource<CommitOutcome> Outcome)
    {
        public void End(CommitOutcome outcome) => Outcome.TrySetResult(outcome);
    }
}
