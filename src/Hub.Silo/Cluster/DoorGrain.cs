using System.Collections.Immutable;
using Hub.Contracts.Cluster;
using Hub.Silo.Inbox;
using Hub.Silo.Register;
using Orleans.Concurrency;

namespace Hub.Silo.Cluster;

/// <summary>This silo's door.</summary>
[GrainType("door"), DoorPlacement, Reentrant]
internal sealed class DoorGrain(Gateways gateways, Grounds grounds, ClusterBarrier barrier, InboxFeed feed, SiloLease lease) : Grain, IDoor
{
    public Task<Heartbeat> Beat(string gateway, ImmutableArray<long> notHeld)
    {
        gateways.Hear(gateway);
        grounds.NotHeld(gateway, notHeld);
        var left = lease.Settled < Gateways.Trusted ? lease.Settled : Gateways.Trusted;
        return Task.FromResult(new Heartbeat(left, grounds.MustAbort(gateway)));
    }

    public Task<bool> Falls(long through, string ground) => barrier.FallsHere(through, ground);

    public Task Nudge(ImmutableArray<long> inboxes)
    {
        foreach (var inbox in inboxes)
        {
            feed.Missed(inbox);
        }

        return Task.CompletedTask;
    }
}
