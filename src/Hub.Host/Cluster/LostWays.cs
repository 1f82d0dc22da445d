namespace Hub.Host.Cluster;

/// <summary>A gateway's calls whose way to a silo was lost. Orleans does not say that their answers will not come, and the caller would wait a
/// minute for each. So whatever was under way when a connection ended has a little time left: it may have gone another way. What waits long there answers
/// sooner than that once the silo is known to be gone.</summary>
internal sealed class LostWays(TimeProvider time) : IOutgoingGrainCallFilter
{
    private static readonly TimeSpan Left = TimeSpan.FromSeconds(2.5);
    private TaskCompletionSource lost = New();

    /// <summary>A connection to a silo has ended.</summary>
    public void Lost() => Interlocked.Exchange(ref lost, New()).TrySetResult();

    /// <summary>Throws <see cref="TimeoutException"/>, as for every answer that does not come: nobody knows what became of the request.</summary>
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        var anyLost = Volatile.Read(ref lost).Task;
        var call = context.Invoke();
        if (await Task.WhenAny(call, anyLost) == call)
        {
            await call;
            return;
        }

        await call.WaitAsync(Left, time);
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
