using Hub.Contracts.Cluster;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;
using Hub.Silo.Register;

namespace Hub.Silo.Cluster;

/// <summary>What a write waits for that takes something away: every silo has taken it in, and nothing that rests on what was before is under way.
/// A silo that does not answer has lost its lease once a whole one has passed since the commit, and with it all that gateways hold of it.
/// Source: revocation, "A narrowing call".</summary>
internal sealed class ClusterBarrier(IJournalStore store, Sightings sightings, Notices notices, Grounds grounds, IGrainFactory grains, TimeProvider time, ClusterTelemetry telemetry, ClusterLog log)
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(100);

    /// <summary>To be called after the commit. False when it cannot be confirmed in time; asking again begins anew.</summary>
    public async Task<bool> Falls(string ground)
    {
        var began = time.GetTimestamp();
        var isSilent = await Falls(ground, began);
        telemetry.Fell(began, isSilent);
        return isSilent;
    }

    private async Task<bool> Falls(string ground, long began)
    {
        try
        {
            // The commit was before this look, so its notice is among them; and a silo that is not seen yet takes it in before it has a lease.
            var looking = sightings.Look(CancellationToken.None);
            var last = await store.ReadLastNarrowing(CancellationToken.None);
            var others = await looking;
            var silent = await Task.WhenAll([FallsHere(last, ground), .. others.Select(silo => There(silo, last, ground, began))]);
            return silent.All(s => s);
        }
        catch (StoreFault fault)
        {
            log.NotTakenIn(fault.Message);
            return false;
        }
    }

    /// <summary>The same of this silo alone, once it has taken in what was committed so far.</summary>
    public async Task<bool> FallsHere(long through, string ground)
    {
        try
        {
            await notices.CatchUp(through, CancellationToken.None);
            return await grounds.Silent(ground);
        }
        catch (Exception e) when (e is StoreFault or BrokenStream)
        {
            log.NotTakenIn(e.Message);
            return false;
        }
    }

    private async Task<bool> There(string silo, long last, string ground, long began)
    {
        // Its row is as it was after the commit, or it has renewed since and taken in what was committed.
        while (sightings.IsThere(silo) && Sightings.Lease - time.GetElapsedTime(began) is var left && left > TimeSpan.Zero)
        {
            try
            {
                if (await grains.GetGrain<IDoor>(silo).Falls(last, ground).WaitAsync(left, time))
                {
                    return true;
                }
            }
#pragma warning disable CA1031 // Whatever it was: a silo that does not answer is waited for by its lease.
            catch (Exception)
#pragma warning restore CA1031
            {
                // Asked again, or out of time.
            }

            left = Sightings.Lease - time.GetElapsedTime(began);
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left < Again ? left : Again, time);
            }
        }

        return true;
    }
}
