using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>Brings what this silo has committed to the inboxes that are awake here, and wakes who waits there. Nothing rests on it: what it
/// does not bring costs time and nothing else, for whoever waits reads the table by itself.</summary>
internal sealed class InboxFeed
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource> waiting = new();
    private readonly ConcurrentDictionary<long, ImmutableArray<Fresh>> following = new();

    /// <summary>Ends with the next signal; to be asked for before the look that it may make vain.</summary>
    public Task Next(long inbox) => waiting.GetOrAdd(inbox, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Follow(long inbox, Fresh fresh) => following.AddOrUpdate(inbox, [fresh], (_, all) => all.Add(fresh));

    public void Forget(long inbox, Fresh fresh) => following.AddOrUpdate(inbox, [], (_, all) => all.Remove(fresh));

    /// <summary>Whoever follows one of these inboxes reads its table before it takes more.</summary>
    public void Miss(CommitRows rows)
    {
        foreach (var delivery in rows.Deliveries)
        {
            foreach (var fresh in following.GetValueOrDefault(delivery.Inbox, []))
            {
                fresh.Miss();
            }
        }
    }

    /// <summary>Another silo has committed something for this inbox: whoever follows it reads its table.</summary>
    public void Missed(long inbox)
    {
        foreach (var fresh in following.GetValueOrDefault(inbox, []))
        {
            fresh.Miss();
        }

        Signal(inbox);
    }

    public void Committed(CommitRows rows, CommitOutcome outcome)
    {
        for (var i = 0; i < rows.Deliveries.Count; i++)
        {
            var delivery = rows.Deliveries[i];
            if (following.TryGetValue(delivery.Inbox, out var all) && !all.IsEmpty)
            {
                var place = new Position(outcome.CommitNumber, outcome.FirstOrdinal + i);
                var row = new InboxRow(place, rows.Event.Stream, rows.Event.Version, rows.Event.At, delivery);
                foreach (var fresh in all)
                {
                    fresh.Add(row);
                }
            }

            Signal(delivery.Inbox);
        }
    }

    public void Signal(long inbox)
    {
        if (waiting.TryRemove(inbox, out var waiters))
        {
            waiters.TrySetResult();
        }
    }
}
