using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Hub.Contracts.Inbox;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Inbox;
using Hub.Domain.Sharing;
using Hub.Silo.Journal;
using Hub.Silo.Register;

namespace Hub.Silo.Inbox;

/// <summary>How a batch is put together. All of it awaits, and others of the inbox go on meanwhile: what counts is what still holds after the
/// last wait.</summary>
internal sealed partial class InboxGrain
{
    private const int Page = 256;
    private const int MostAgain = 16;
    private const int MostPages = 8;
    private const int MostText = 512 * 1024;

    // Each batch looks at all rows that wait: their bases are read once, and go with them.
    private readonly ConditionalWeakTable<InboxRow, Basis> bases = [];

    /// <summary>The next batch, in the ledger and past the gate; empty when nothing may go now, null when it has to be looked at once more.</summary>
    private async Task<ImmutableArray<DeliveryShown>?> Gather(Line line, int most)
    {
        var (desk, _, flight, agency, connection) = line;
        await desk.Turn.WaitAsync();
        try
        {
            if (await Choose(desk, most) is not { Count: > 0 } items)
            {
                return ImmutableArray<DeliveryShown>.Empty;
            }

            // On the ledger before it goes out: what arrives somewhere always has an earlier entry.
            var numbering = await NumberingOf(desk);
            if (!await Enter(line, numbering, numbering.Next([.. items.Select(i => i.Row.Position)])))
            {
                return ImmutableArray<DeliveryShown>.Empty;
            }

            if (desk.Open(line.Subscription) is null)
            {
                await Enter(line, numbering, numbering.TakeBack());
                return ImmutableArray<DeliveryShown>.Empty;
            }

            // Under way first, then the gate: whoever narrows in between finds it in one place or the other.
            var through = inboxes.Agencies.GroundOf(agency);
            flight.Add(items.Select(i => (i.Row.Position, Basis.Of([.. EditionRegister.UnderWay(i.Basis).Grounds, through]))));
            var isOpen = !flight.Abort.IsCompleted && !flight.Over.IsCompleted && inboxes.Lease.IsValid && inboxes.Gateways.Left(flight.Gateway) > TimeSpan.Zero
                && inboxes.Agencies.MayCall(connection, agency);

            // By the verdict that the view was cut by: a later one was decided for less.
            if (!isOpen || items.Exists(i => IsHeld(i.Basis) || !desk.Reading.IsWaiting(i.Row.Position)))
            {
                items.ForEach(i => flight.Remove(i.Row.Position));
                await Enter(line, numbering, numbering.TakeBack());
                return isOpen ? null : ImmutableArray<DeliveryShown>.Empty;
            }

            desk.Reading.Send(items.Select(i => i.Row));
            return [.. items.Select(i => inboxes.Views.Shown(agency, i.Row, i.View, numbering.Of(i.Row.Position)))];
        }
        finally
        {
            desk.Turn.Release();
        }
    }

    /// <summary>Whether it is on the ledger. If not, the row may still appear, and what counts is looked up before the next batch.</summary>
    private async Task<bool> Enter(Line line, Numbering numbering, LedgerItems items)
    {
        var row = new HandOverRow(
            Number, line.Desk.Name, numbering.Batch, Moment.Of(Services.Time.GetUtcNow()).Microseconds, line.Connection.Value, items.Write());
        var stands = await inboxes.Receipts.Write(new ReceiptRows(null, row));
        line.Desk.Numbering = stands ? numbering : null;
        return stands;
    }

    /// <summary>What may go next. Looks on past what is over, and past what had to be decided again or put aside first.</summary>
    private async Task<List<Item>> Choose(Desk desk, int most)
    {
        var (waits, looked) = (new HashSet<string>(StringComparer.Ordinal), false);
        while (true)
        {
            if (!desk.TakeFresh() || (desk.Reading.Above.Count > Page && desk.IsLookDue))
            {
                await Look(desk);
                looked = true;
            }

            var judged = await JudgeStale(desk);
            var rows = desk.Reading.Next(most, r => IsHeld(r) || waits.Contains(r.Stream));
            var views = await inboxes.Views.Open(rows);
            var shut = rows.Where((_, i) => views[i].State is ViewState.Broken or ViewState.Locked).ToList();
            if (shut.Count > 0)
            {
                // Of a person whose delivery can neither be opened nor put aside nothing later goes; everybody else's does.
                await this.AsReference<IInbox>().Quarantine([.. rows.Where((_, i) => views[i].State == ViewState.Broken).Select(r => r.Position.Place)]);
                waits.UnionWith(shut.Where(r => desk.Reading.IsWaiting(r.Position)).Select(r => r.Stream));
                continue;
            }

            if (Fitting(rows, views) is { Count: > 0 } items)
            {
                return items;
            }

            if (rows.Count == 0 && !judged)
            {
                // Nobody waits behind this look.
                if (looked || !desk.IsLookDue)
                {
                    return [];
                }

                await Look(desk);
                looked = true;
            }
        }
    }

    /// <summary>Reads the table: what was missed, and how far nothing can appear any more.</summary>
    private async Task Look(Desk desk)
    {
        var reading = desk.Reading;
        desk.BeginLook();

        // The horizon before the rows: what appears in between is above it, and is looked for again. However much waits, on past what is known
        // already while that alone keeps the mark: without it there would be no room for what waits.
        var horizon = await Services.Store.ReadHorizon(CancellationToken.None);
        var after = reading.Scanned;
        for (var pages = 0; reading.Waiting < Page || (reading.IsHeldByScan && pages < MostPages); pages++)
        {
            var rows = await Services.Store.ReadInbox(Number, after, Page, CancellationToken.None);
            reading.TakeIn(rows, horizon, isEnd: rows.Count < Page);
            if (rows.Count < Page)
            {
                desk.Fresh.Complete();
                return;
            }

            // Not from the horizon on: it may stand still for longer than a page is long.
            after = rows[^1].Position;
        }

        if (reading.Waiting >= 4 * Page)
        {
            return;
        }

        var known = reading.Known;
        foreach (var red in await Services.Store.ReadInboxRed(Number, known, Page / 4, CancellationToken.None))
        {
            foreach (var row in await Services.Store.ReadInboxOf(Number, red.Delivery.Subject, known, red.Position, Page, CancellationToken.None))
            {
                reading.Add(row);
            }

            reading.Add(red);
        }
    }

    /// <summary>Has some decided again; false once all were looked at. Those that cannot be decided now hold up no others.</summary>
    private async Task<bool> JudgeStale(Desk desk)
    {
        var stale = desk.Reading.Of(r => r.Position.CompareTo(desk.Judged) > 0 && IsHeld(r), MostAgain);
        desk.Judged = stale.Count == 0 ? default : stale[^1].Position;
        if (stale.Count > 0)
        {
            await this.AsReference<IInbox>().DecideAgain([.. stale.Select(r => r.Position.Place)]);
        }

        return stale.Count > 0;
    }

    /// <summary>As many as fit into one message; one whose person was erased, or of which nothing is left, is over.</summary>
    private List<Item> Fitting(List<InboxRow> rows, IReadOnlyList<OpenedView> views)
    {
        var (items, room) = (new List<Item>(), MostText);
        for (var i = 0; i < rows.Count && room > 0; i++)
        {
            var (row, again) = (rows[i], AgainOf(rows[i]));
            var view = again is not null && views[i].View is { } whole ? again.Narrow(whole) : views[i].View;
            if (view is null)
            {
                PassOver(row);
                continue;
            }

            items.Add(new Item(row, view, again?.Basis ?? FirstBasisOf(row)));
            room -= view.Elements.Sum(e => e.Content?.Text.Length ?? 0) + 256;
        }

        return items;
    }

    private bool IsHeld(InboxRow row) => IsHeld(AgainOf(row)?.Basis ?? FirstBasisOf(row));

    /// <summary>Whether the gate holds it back: its verdict has lost a ground, or has ended by itself.</summary>
    private bool IsHeld(Basis basis) => IsStale(basis) || HasEnded(basis);

    /// <summary>Whether it was decided by facts that are older than what was taken away since.</summary>
    private bool IsStale(Basis basis)
        => inboxes.Grounds.IsStale(basis) || ActingGround.IsBehind(basis, Team.Agency, inboxes.Agencies.ActingOf(Team.Agency)) || inboxes.Editions.IsBehind(basis, Now);

    private bool HasEnded(Basis basis) => basis.NotAfter is { } end && Now.CompareTo(end) >= 0;

    private Moment Now => Moment.Of(Services.Time.GetUtcNow());

    private Basis FirstBasisOf(InboxRow row) => bases.GetValue(row, ReadBasis);

    // One that is not what its owner wrote has ended: the delivery is decided again.
    private static Basis ReadBasis(InboxRow row)
    {
        try
        {
            return row.Delivery.Opened ?? JsonSerializer.Deserialize(row.Delivery.Basis, OutwardJson.Default.Basis) ?? Basis.Of([], new Moment(0));
        }
        catch (JsonException)
        {
            return Basis.Of([], new Moment(0));
        }
    }

    private Again? AgainOf(InboxRow row)
    {
        var place = row.Position.Place;
        return AtOnce?.Redecided.LastOrDefault(r => r.Place == place)?.Again;
    }

    private sealed record Item(InboxRow Row, View View, Basis Basis);

    private sealed record Line(Desk Desk, Subscription Subscription, Flight Flight, AgencyId Agency, KeyFingerprint Connection);
}
