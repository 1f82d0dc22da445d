using System.Collections.Immutable;
using Hub.Contracts.Cluster;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;
using Hub.Silo.Register;
using Orleans.Concurrency;

namespace Hub.Silo.Cluster;

/// <summary>This silo's door.</summary>
[GrainType("door"), DoorPlacement, Reentrant]
internal sealed class DoorGrain(Gateways gateways, Grounds grounds, Notices notices, InboxFeed feed, SiloLease lease, ClusterLog log) : Grain, IDoor
{
    public Task<Heartbeat> Beat(string gateway, ImmutableArray<long> notHeld)
    {
        gateways.Hear(gateway);
        grounds.NotHeld(gateway, notHeld);
        var left = lease.Settled < Gateways.Trusted ? lease.Settled : Gateways.Trusted;
        return Task.FromResult(new Heartbeat(left, grounds.MustAbort(gateway)));
    }

    public async Task<bool> Falls(long through, string ground)
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

    public Task Nudge(ImmutableArray<long> inboxes)
    {
        foreach (var inbox in inboxes)
        {
            feed.Missed(inbox);
        }

        return Task.CompletedTask;
    }
}
