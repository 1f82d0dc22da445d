using Hub.Silo.Inbox;
using Hub.Silo.Journal;

namespace Hub.Silo.Register;

/// <summary>What every silo must hear of, taken in by this one in the order of its commits: facts that registers keep, and grounds that were
/// narrowed. Whichever silo committed it, and whether or not anybody told.</summary>
internal sealed class Notices(IJournalStore store, Registers registers, Grounds grounds) : IDisposable
{
    private const int Page = 256;
    private readonly SemaphoreSlim turn = new(1, 1);
    private long through;

    /// <summary>All of them up to this sequence have been taken in.</summary>
    public long Through => Volatile.Read(ref through);

    /// <summary>Loads what registers keep and what is narrowed; what is committed meanwhile is taken in once more.</summary>
    public async Task Load(CancellationToken stop)
    {
        var last = await store.ReadLastNarrowing(stop);
        await registers.Load(stop);
        await grounds.Load(store, stop);
        Volatile.Write(ref through, last);
    }

    /// <summary>All that were committed before this call. Throws <see cref="StoreFault"/> and <see cref="BrokenStream"/>.</summary>
    public async Task CatchUp(CancellationToken stop) => await CatchUp(await store.ReadLastNarrowing(stop), stop);

    /// <summary>All up to a sequence. Throws the same.</summary>
    public async Task CatchUp(long sequence, CancellationToken stop)
    {
        if (Through >= sequence)
        {
            return;
        }

        await turn.WaitAsync(stop);
        try
        {
            while (through < sequence && await store.ReadNarrowings(through, Page, stop) is { Count: > 0 } rows)
            {
                foreach (var row in rows)
                {
                    await Take(row, stop);
                    Volatile.Write(ref through, row.Sequence);
                }
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task Take(NarrowingRow row, CancellationToken stop)
    {
        // The facts first: whoever finds its ground narrowed decides again by what it finds here.
        await registers.Refresh(row.Ground, row.Version, stop);
        if (!row.Done)
        {
            grounds.Narrow(row.Ground, row.Version);
        }
    }
}
