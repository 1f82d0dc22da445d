using System.Collections.Concurrent;
using Hub.Silo.Journal;

namespace Hub.Silo.Cluster;

/// <summary>Which other silos there are: by the rows of their leases, and by this silo's own counter since when each row has stood unchanged. A silo
/// whose row has not changed for a whole lease and more has none any more, nor has any gateway something of it.</summary>
internal sealed class Sightings(IJournalStore store, string self, TimeProvider time)
{
    /// <summary>A whole lease and a tenth more.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(3.3);

    private static readonly TimeSpan Gone = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, (long Until, long Since)> seen = new(StringComparer.Ordinal);

    /// <summary>Other silos that may still show something, as they were last seen.</summary>
    public IReadOnlyList<string> Others => [.. seen.Keys.Where(IsThere)];

    /// <summary>Whether a silo may still show something, as it was last seen.</summary>
    public bool IsThere(string silo) => seen.TryGetValue(silo, out var known) && time.GetElapsedTime(known.Since) < Lease;

    /// <summary>Whether there are any. Cheap.</summary>
    public bool Any { get; private set; }

    /// <summary>Looks. Throws <see cref="StoreFault"/>.</summary>
    public async Task<IReadOnlyList<string>> Look(CancellationToken stop)
    {
        var asked = time.GetTimestamp();
        var rows = await store.ReadLeases(stop);
        foreach (var row in rows.Where(r => r.Silo != self))
        {
            seen.AddOrUpdate(row.Silo, (row.Until, time.GetTimestamp()), (_, known) => known.Until == row.Until ? known : (row.Until, time.GetTimestamp()));
        }

        foreach (var silo in seen.Keys.Except(rows.Select(r => r.Silo), StringComparer.Ordinal))
        {
            // Its row was taken away, which is done only once it is certain; a look that began earlier may still see it.
            if (seen.TryGetValue(silo, out var known) && known.Since < asked)
            {
                seen.TryRemove(silo, out _);
            }
        }

        var others = Others;
        Any = others.Count > 0;
        return others;
    }

    /// <summary>Takes away the leases of silos that have been gone for long. Throws <see cref="StoreFault"/>.</summary>
    public async Task Forget(CancellationToken stop)
    {
        foreach (var (silo, known) in seen)
        {
            if (time.GetElapsedTime(known.Since) > Gone)
            {
                await store.EndLease(silo, stop);
            }
        }
    }
}
