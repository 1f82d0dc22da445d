using System.Diagnostics;

namespace Hub.Silo.Journal;

/// <summary>The one write path. Commits of all owners are gathered by a few lanes; those of one stream always by the same lane, but for
/// those that every silo must hear of.</summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private readonly JournalOptions options;
    private readonly JournalTelemetry telemetry;
    private readonly CommitNews news;
    private readonly TimeProvider time;
    private readonly Lane[] lanes;
    private readonly Lane narrowings;
    private long waiting;
    private long waitingBytes;

    public GroupCommit(IJournalStore store, JournalOptions options, CommitNews news, TimeProvider time, JournalTelemetry telemetry, LaneLog log)
    {
        (this.options, this.news, this.telemetry, this.time) = (options, news, telemetry, time);
        lanes = [.. Enumerable.Range(0, Math.Min(options.Lanes, store.Lanes)).Select(_ => new Lane(store.OpenLane(), options, time, telemetry, log))];

        // They take turns at one row until they are durable; in a lane of their own nobody else waits for that.
        narrowings = store.Lanes > 1 ? new Lane(store.OpenLane(), options, time, telemetry, log) : lanes[0];
        telemetry.Queue(() => Volatile.Read(ref waiting));
    }

    /// <summary>Whether a command may be decided now; when not, it is refused before anything is read.</summary>
    public bool HasRoom => Volatile.Read(ref waiting) < options.QueueCommits && Volatile.Read(ref waitingBytes) < options.QueueBytes;

    /// <summary>Queues a commit. The task ends when its fate is certain, which may take as long as the database is away.</summary>
    public async Task<CommitOutcome> Commit(CommitRows rows)
    {
        if (!HasRoom)
        {
            return new CommitOutcome(OutcomeKind.Full);
        }

        using var activity = JournalTelemetry.Activities.StartActivity("journal.commit");
        var began = time.GetTimestamp();
        Interlocked.Increment(ref waiting);
        Interlocked.Add(ref waitingBytes, rows.Bytes);
        try
        {
            var outcome = await (rows.Notice is not null ? narrowings : lanes[LaneOf(rows.Event.Stream)]).Enqueue(rows).ConfigureAwait(false);
            if (outcome.Kind == OutcomeKind.Committed)
            {
                news.Committed(rows, outcome);
            }

            telemetry.Committed(rows.Event.Name, outcome, time.GetElapsedTime(began));
            activity?.SetTag("outcome", outcome.Kind.ToString()).SetTag("event", rows.Event.Name);
            activity?.SetStatus(outcome.Kind == OutcomeKind.Committed ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
            return outcome;
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
            Interlocked.Add(ref waitingBytes, -rows.Bytes);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lane in lanes.Append(narrowings).Distinct())
        {
            await lane.DisposeAsync();
        }
    }

    private int LaneOf(string stream)
    {
        var hash = 17;
        foreach (var c in stream)
        {
            hash = unchecked((hash * 31) + c);
        }

        return (int)((uint)hash % (uint)lanes.Length);
    }
}
