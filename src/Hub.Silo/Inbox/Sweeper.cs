using Hub.Contracts.Inbox;
using Hub.Domain;
using Hub.Silo.Entrance;
using Hub.Silo.Journal;
using Hub.Silo.Register;
using Microsoft.Extensions.Hosting;

namespace Hub.Silo.Inbox;

/// <summary>Finds deliveries that nobody took in time, whether or not anybody is connected. Every second: takes in the clocks of new commits
/// below the horizon, then tells the inboxes whose clocks have run out. Its marks are durable, and a delivery may be told twice.</summary>
internal sealed class Sweeper(IJournalStore store, IGrainFactory grains, TeamRegister teams, SiloLease lease, TimeProvider time, SweeperLog log) : BackgroundService
{
    private const int Page = 256;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Every, time);
        do
        {
#pragma warning disable CA1031 // Whatever it was: clocks go on running, and the next round tries again.
            try
            {
                if (lease.IsValid)
                {
                    await TakeIn(stoppingToken);
                    await Tell(stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.Failed((e.InnerException ?? e).GetType().Name);
            }
#pragma warning restore CA1031
        }
        while (await ticks.Next(stoppingToken));
    }

    private async Task TakeIn(CancellationToken stop)
    {
        var horizon = await store.ReadHorizon(stop);
        for (var mark = await store.ReadDueMark(stop); ;)
        {
            var batches = await store.ReadBatches(mark, horizon, Page, stop);
            if (batches.Count == 0)
            {
                return;
            }

            var (through, rows) = (batches[^1].CommitNumber, new List<DueRow>());
            foreach (var inbox in batches.Where(b => b.EarliestDue > 0).SelectMany(b => b.Inboxes).Distinct())
            {
                rows.AddRange(await ClocksOf(inbox, mark, through, stop));
            }

            await store.AddDue(rows, through, stop);
            if (batches.Count < Page)
            {
                return;
            }

            mark = through;
        }
    }

    private async Task<List<DueRow>> ClocksOf(long inbox, long mark, long through, CancellationToken stop)
    {
        var rows = new List<DueRow>();
        for (var after = new Position(mark, int.MaxValue); ;)
        {
            var page = await store.ReadInbox(inbox, after, Page, stop);
            rows.AddRange(page.Where(r => r.Position.Commit <= through && r.Delivery.EscalateAt > 0).Select(r => new DueRow(r.Delivery.EscalateAt, inbox, r.Position)));
            if (page.Count < Page || page[^1].Position.Commit > through)
            {
                return rows;
            }

            after = page[^1].Position;
        }
    }

    private async Task Tell(CancellationToken stop)
    {
        foreach (var due in await store.ReadDue(Moment.Of(time.GetUtcNow()).Microseconds, Page, stop))
        {
            if (teams.ByInbox(due.Inbox) is not { } address)
            {
                log.NoTeam(due.Inbox);
                continue;
            }

            if (await Arrival.Inbox(grains, address.ToString()).Escalate(due.Position.Place))
            {
                await store.EndDue(due, stop);
            }
        }
    }
}
