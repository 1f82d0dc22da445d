namespace Hub.Silo.Journal.Postgres;

/// <summary>A connection that one user keeps for itself and opens again after it broke.</summary>
internal sealed class PostgresLink(string connectionString, PostgresHistory history) : IAsyncDisposable
{
    private PostgresSession? session;

    /// <summary>Server process that serves it now; 0 when there is none.</summary>
    public int BackendPid => session?.Backend.Pid ?? 0;

    public async ValueTask<PostgresSession> Open(CancellationToken stop)
    {
        if (session is { IsOpen: true })
        {
            return session;
        }

        await Drop();
        try
        {
            return session = await PostgresSession.Open(connectionString, history, stop);
        }
        catch (Exception e) when (PostgresFaults.Knows(e))
        {
            throw new StoreFault(StoreFaultKind.Unavailable, e);
        }
    }

    /// <summary>After any error: the driver then no longer knows for sure which statements of the failed round trip were prepared, and may
    /// take one's answer for another's.</summary>
    public async ValueTask Drop()
    {
        if (session is { } old)
        {
            session = null;
            await old.DisposeAsync();
        }
    }

    public ValueTask DisposeAsync() => Drop();
}
