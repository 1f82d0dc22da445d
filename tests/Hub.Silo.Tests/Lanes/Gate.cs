using Hub.Silo.Journal;

namespace Hub.Silo.Tests.Lanes;

/// <summary>The way from a lane to its real store: a test can hold it, and see what went through.</summary>
internal sealed class Gate(IJournalLane store) : IJournalLane
{
    private TaskCompletionSource? reached;
    private TaskCompletionSource? opened;

    /// <summary>How many times a batch was given to the store.</summary>
    public int Passed { get; private set; }

    /// <summary>Holds the next batch. The answer ends when one has come.</summary>
    public Task Hold()
    {
        opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return reached.Task;
    }

    public void Open() => opened!.SetResult();

    public async ValueTask<BatchResult> Commit(IReadOnlyList<CommitRows> batch, CancellationToken stop)
    {
        reached?.TrySetResult();
        if (opened is not null)
        {
            await opened.Task;
        }

        Passed++;
        return await store.Commit(batch, stop);
    }

    public ValueTask<BatchResult> Settle(IReadOnlyList<CommitRows> batch, CancellationToken stop) => store.Settle(batch, stop);

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
