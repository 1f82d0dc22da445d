using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Inbox;
using Hub.Domain.Teams;
using Hub.Silo.Cluster;
using Hub.Silo.Entrance;
using Hub.Silo.Journal;
using Hub.Silo.People;
using Hub.Silo.Register;
using Microsoft.Extensions.Hosting;

namespace Hub.Silo.Inbox;

/// <summary>After something was taken away, has what waits in inboxes decided again, also where nobody is connected: whoever holds it must hear
/// that it cannot go as it was decided. Its mark is durable, and what is decided twice is decided once. Nothing is kept back by it: the gate does
/// that. Source: revocation, "After the return".</summary>
internal sealed class Redecider(
    IJournalStore store, IGrainFactory grains, Notices notices, TeamRegister teams, AgreementRegister agreements, Sightings sightings, InboxServices inboxes,
    SiloLease lease, TimeProvider time, RedeciderLog log) : BackgroundService
{
    private const int Page = 256;
    private const long Unknown = -1;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(10);

    // Decided, above the mark: one that cannot be decided now holds up no others.
    private readonly HashSet<long> decided = [];
    private long mark;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Every, time);
        var (last, trouble) = (0L, false);
        try
        {
            while (await ticks.WaitForNextTickAsync(stoppingToken))
            {
                // One silo does it; that two may do it for a moment costs work and nothing else.
                if (notices.Through > mark && lease.IsValid && !sightings.Others.Any(o => string.CompareOrdinal(o, inboxes.Silo) < 0)
                    && !(trouble && time.GetElapsedTime(last) < AfterTrouble))
                {
                    trouble = !await Round(stoppingToken);
                    last = time.GetTimestamp();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    /// <summary>False when something cannot be decided now.</summary>
    private async Task<bool> Round(CancellationToken stop)
    {
#pragma warning disable CA1031 // Whatever it was: the mark stays where it is, and a later round tries again.
        try
        {
            mark = Math.Max(mark, await store.ReadAgainMark(stop));
            for (var after = mark; await store.ReadNarrowings(after, Page, stop) is { Count: > 0 } rows; after = rows[^1].Sequence)
            {
                await Decide([.. rows.Where(r => !decided.Contains(r.Sequence))], stop);
                await MoveOn(rows, stop);
            }

            return decided.Count == 0;
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            log.Failed((e.InnerException ?? e).GetType().Name);
            return false;
        }
#pragma warning restore CA1031
    }

    private async Task Decide(List<NarrowingRow> rows, CancellationToken stop)
    {
        var of = new Dictionary<long, List<long>>();
        foreach (var row in rows.Where(r => !r.Done))
        {
            of[row.Sequence] = await InboxesOf(row, stop) ?? [Unknown];
        }

        var settled = new Dictionary<long, bool> { [Unknown] = false };
        foreach (var inbox in of.Values.SelectMany(i => i).Where(i => i != Unknown).Distinct())
        {
            settled[inbox] = teams.ByInbox(inbox) is not { } address || await Walk(address, rows[^1].Sequence);
        }

        decided.UnionWith(rows.Where(r => r.Done || of[r.Sequence].TrueForAll(i => settled[i])).Select(r => r.Sequence));
    }

    private async Task<bool> Walk(InboxAddress address, long through)
    {
        var isAll = true;
        for (DeliveryPlace? next = default(DeliveryPlace); next is { } after;)
        {
            var page = await Arrival.Inbox(grains, address.ToString()).DecideWaiting(after, through);
            (next, isAll) = (page.Next, isAll && page.IsAll);
        }

        return isAll;
    }

    private async Task MoveOn(IReadOnlyList<NarrowingRow> rows, CancellationToken stop)
    {
        var before = mark;
        foreach (var row in rows.SkipWhile(r => r.Sequence <= mark).TakeWhile(r => decided.Remove(r.Sequence)))
        {
            mark = row.Sequence;
        }

        if (mark > before)
        {
            await store.MoveAgainMark(mark, stop);
        }
    }

    /// <summary>Where something may wait that rests on a ground; null when that cannot be known now.</summary>
    private async Task<List<long>?> InboxesOf(NarrowingRow row, CancellationToken stop)
    {
        var ground = row.Ground;
        if (PersonFold.Read(ground) is not null)
        {
            return (await Arrival.Owner(grains, ground).WhoHeard(row.Version)).Value is { } heard
                ? [.. heard.Teams.SelectMany(Both), .. await store.ReadInboxesOf(ground, stop)]
                : null;
        }

        return TeamFold.Read(ground) is { } team ? [.. Both(team)]
            : AgencyFold.Read(ground) is { } agency ? OfAgency(agency)
            : ground == RuleFold.Stream ? teams.Inboxes
            : AgreementFold.Read(ground) is not { } named ? []
            : agreements.Of(named) is { } agreement ? [.. OfAgency(agreement.Proposer), .. OfAgency(agreement.Partner)]

            // Whoever has left a framework is no member of it any more.
            : teams.Inboxes;
    }

    private List<long> OfAgency(AgencyId agency) => [.. teams.OfAgency(agency).SelectMany(t => Both(t.Id))];

    private static IEnumerable<long> Both(TeamId team) => InboxAddress.Of(team).Select(a => a.Number);
}
