using Hub.Silo.Journal;

namespace Hub.Silo.Tests.Lanes;

/// <summary>The way from the receipts' lane to its real store: a test can hold it, and see what went through.</summary>
internal sealed class ReceiptGate(IReceiptLane store) : IReceiptLane
{
    private TaskCompletionSource? reached;
    private TaskCompletionSource? opened;

    /// <summary>Sizes of the batches given to the store.</summary>
    public List<int> Passed { get; } = [];

    /// <summary>Holds the next batch. The answer ends when one has come.</summary>
    public Task Hold()
    {
        opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return reached.Task;
    }

    public void Open() => opened!.SetResult();

    public async ValueTask Write(IReadOnlyList<ReceiptRows> batch, CancellationToken stop)
    {
        reached?.TrySetResult();
        if (opened is not null)
        {
            await opened.Task;
        }

        Passed.Add(batch.Count);
        await store.Write(batch, stop);
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
