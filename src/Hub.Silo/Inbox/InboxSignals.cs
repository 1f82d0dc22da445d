using System.Collections.Concurrent;
using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>Wakes who waits at an inbox of this silo. A lost signal costs time and nothing else: whoever waits looks again by itself.</summary>
internal sealed class InboxSignals
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource> waiting = new();

    /// <summary>Ends with the next signal; to be asked for before the look that it may make vain.</summary>
    public Task Next(long inbox) => waiting.GetOrAdd(inbox, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Signal(IEnumerable<DeliveryRow> deliveries)
    {
        foreach (var delivery in deliveries)
        {
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
