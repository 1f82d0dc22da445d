namespace Hub.Silo.Journal.Postgres;

/// <summary>Which server this process has come to know, and on which timeline: looked at with each connection that is opened. After a restore or a
/// failover nothing that is in memory need stand in the database, so nothing is done there any more.</summary>
internal sealed class PostgresHistory
{
    private readonly TaskCompletionSource left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? known;

    /// <summary>Ends when another server or another timeline was found.</summary>
    public Task Left => left.Task;

    /// <summary>Throws <see cref="StoreFault"/> with Unavailable for another one than the first.</summary>
    public void Meet(string timeline)
    {
        if (Interlocked.CompareExchange(ref known, timeline, null) is { } first && first != timeline)
        {
            left.TrySetResult();
            throw new StoreFault(StoreFaultKind.Unavailable);
        }
    }
}
