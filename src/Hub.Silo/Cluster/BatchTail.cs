using Hub.Silo.Inbox;
using Hub.Silo.Journal;
using Hub.Silo.Register;
using Microsoft.Extensions.Hosting;

namespace Hub.Silo.Cluster;

/// <summary>Finds what other silos have committed and nobody told of: all transactions, once a second, while there are other silos.</summary>
internal sealed class BatchTail(IJournalStore store, Sightings sightings, InboxFeed feed, SiloLease lease, TimeProvider time, ClusterLog log) : BackgroundService
{
    private const int Page = 1024;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private long mark = -1;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Every, time);
        try
        {
            while (await ticks.WaitForNextTickAsync(stoppingToken))
            {
                await Look(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private async Task Look(CancellationToken stop)
    {
        try
        {
            if (!sightings.Any || !lease.IsValid)
            {
                // Whoever comes later has been seen before it commits for long: what it has committed by then is above this.
                mark = lease.IsValid ? await store.ReadHorizon(stop) - 1 : mark;
                return;
            }

            var horizon = await store.ReadHorizon(stop);
            mark = mark < 0 ? horizon - 1 : mark;
            while (await store.ReadBatches(mark, horizon, Page, stop) is { Count: > 0 } batches)
            {
                foreach (var inbox in batches.SelectMany(b => b.Inboxes).Distinct())
                {
                    feed.Missed(inbox);
                }

                mark = batches[^1].CommitNumber;
            }
        }
        catch (StoreFault fault)
        {
            log.NotTakenIn(fault.Message);
        }
    }
}
