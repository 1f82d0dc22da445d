using Hub.Domain.Sharing;
using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>What one subscription has been given and not received yet, with what each delivery rests on. Used by the inbox's turn and by
/// whoever waits for a narrowing, at once.</summary>
internal sealed class Flight(string gateway, long number)
{
    private readonly Lock turn = new();
    private readonly Dictionary<Position, Basis> items = [];
    private readonly TaskCompletionSource abort = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool wasGiven;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Which gateway holds it.</summary>
    public string Gateway => gateway;

    /// <summary>Number of the subscription.</summary>
    public long Number => number;

    public bool IsEmpty
    {
        get
        {
            lock (turn)
            {
                return items.Count == 0;
            }
        }
    }

    /// <summary>Whether all that it was given has been received; false before it was given anything.</summary>
    public bool IsReceived
    {
        get
        {
            lock (turn)
            {
                return wasGiven && items.Count == 0;
            }
        }
    }

    /// <summary>Ends when the subscription must be aborted.</summary>
    public Task Abort => abort.Task;

    /// <summary>Ends when nothing of it can reach the client any more.</summary>
    public Task Over => over.Task;

    /// <summary>Ends with either. One task for all who wait: a new one for each wait would stay with both as long as they last.</summary>
    public Task Ended => field ??= Task.WhenAny(abort.Task, over.Task);

    public void Add(IEnumerable<(Position At, Basis Basis)> given)
    {
        lock (turn)
        {
            foreach (var (at, basis) in given)
            {
                items[at] = basis;
                wasGiven = true;
            }
        }
    }

    public void Remove(Position at)
    {
        TaskCompletionSource told;
        lock (turn)
        {
            items.Remove(at);
            (told, changed) = (changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        told.TrySetResult();
    }

    public void MustAbort() => abort.TrySetResult();

    public void IsOver()
    {
        lock (turn)
        {
            items.Clear();
        }

        over.TrySetResult();
    }

    /// <summary>Whether anything on its way rests on what no longer holds; if so, what to wait for.</summary>
    public bool RestsOn(Func<Basis, bool> isStale, out Task change)
    {
        lock (turn)
        {
            change = Task.WhenAny(changed.Task, over.Task);
            return items.Values.Any(isStale);
        }
    }
}
