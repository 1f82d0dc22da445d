using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hub.Domain.Sharing;
using Hub.Silo.Cluster;
using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>The least version of each narrowed ground on which anything may still be handed over, and who has something under way that rests on
/// less. Kept in each silo. Source: revocation, "Nothing under it after the call returned".</summary>
internal sealed class Grounds(Gateways gateways, TimeProvider time)
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly ConcurrentDictionary<string, long> least = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Flight, bool> flights = new();

    /// <summary>Takes in all that was ever narrowed: a system that is registered years later asks for what was committed before.</summary>
    public async Task Load(IJournalStore store, CancellationToken stop)
    {
        foreach (var row in await store.ReadNarrowed(stop))
        {
            Narrow(row.Ground, row.Version);
        }
    }

    /// <summary>From here on nothing that rests on an older version passes the gate.</summary>
    public void Narrow(string ground, long version) => least.AddOrUpdate(ground, version, (_, known) => Math.Max(known, version));

    /// <summary>Since which version somebody may see less by this ground; 0 for never.</summary>
    public long LeastOf(string ground) => least.GetValueOrDefault(ground);

    /// <summary>Whether a verdict has lost a ground.</summary>
    public bool IsStale(Basis basis)
    {
        foreach (var ground in basis.Grounds)
        {
            if (least.TryGetValue(ground.Name, out var version) && ground.Version < version)
            {
                return true;
            }
        }

        return false;
    }

    public void Watch(Flight flight) => flights[flight] = true;

    public void Forget(Flight flight) => flights.TryRemove(flight, out _);

    /// <summary>Nobody will say when it is over: it is at the latest when its gateway has discarded it, by its own word or by itself.</summary>
    public async Task Abandon(Flight flight)
    {
        flight.MustAbort();
        await Task.Delay(Gateways.Over, time, CancellationToken.None);
        End(flight);
    }

    private void End(Flight flight)
    {
        flight.MustAbort();
        Forget(flight);
        flight.IsOver();
    }

    /// <summary>Of a gateway's subscriptions, by number, those of which everything must be discarded.</summary>
    public ImmutableArray<long> MustAbort(string gateway)
        => [.. flights.Keys.Where(f => f.Gateway == gateway && f.Abort.IsCompleted && !f.Over.IsCompleted).Select(f => f.Number)];

    /// <summary>A gateway says that it holds nothing of these: somebody's last word on them got lost.</summary>
    public void NotHeld(string gateway, ImmutableArray<long> numbers)
    {
        foreach (var flight in numbers.IsDefaultOrEmpty ? [] : flights.Keys.Where(f => f.Gateway == gateway && f.Abort.IsCompleted && numbers.Contains(f.Number)))
        {
            End(flight);
        }
    }

    /// <summary>Waits until nothing under way rests on anything that was narrowed before. False when that cannot be confirmed in time.</summary>
    public async Task<bool> Settled()
    {
        var silent = await Task.WhenAll(flights.Keys.Select(f => Silent(f, IsStale)));
        return silent.All(s => s);
    }

    /// <summary>Waits until nothing that rests on an older version of the ground is under way: received, or aborted after a short grace. False when
    /// that cannot be confirmed in time: committed, not yet silent.</summary>
    public async Task<bool> Silent(string ground)
    {
        if (!least.TryGetValue(ground, out var version))
        {
            return true;
        }

        var silent = await Task.WhenAll(flights.Keys.Select(f => Silent(f, b => b.Grounds.Any(g => g.Name == ground && g.Version < version))));
        return silent.All(s => s);
    }

    private async Task<bool> Silent(Flight flight, Func<Basis, bool> isStale)
    {
        if (!await Wait(flight, isStale, Grace))
        {
            flight.MustAbort();
            return await Wait(flight, isStale, Patience);
        }

        return true;
    }

    private async Task<bool> Wait(Flight flight, Func<Basis, bool> isStale, TimeSpan patience)
    {
        var began = time.GetTimestamp();
        while (flight.RestsOn(isStale, out var change))
        {
            // A gateway that is not heard any more has discarded what it was given.
            var (left, held) = (patience - time.GetElapsedTime(began), gateways.Left(flight.Gateway));
            if (held <= TimeSpan.Zero)
            {
                End(flight);
                return true;
            }

            if (left <= TimeSpan.Zero)
            {
                return false;
            }

            left = held < left ? held : left;
            await change.WaitAsync(left, time).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        }

        return true;
    }
}
