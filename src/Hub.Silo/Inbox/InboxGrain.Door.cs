using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Hub.Contracts.Calls;
using Hub.Contracts.Inbox;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Inbox;
using Hub.Domain.Sharing;
using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>The machine's door: what is handed over, to whom, and what came back. None of it waits for the owner's turn, and none of it is the
/// truth: that stands in marks, ledger and deliveries.</summary>
internal sealed partial class InboxGrain
{
    private const int Page = 256;
    private const int MostAgain = 16;
    private const int MostText = 512 * 1024;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);
    private readonly Dictionary<string, Desk> desks = new(StringComparer.Ordinal);

    public async Task<Answer<Subscription>> Subscribe(Caller caller, string subscriber, bool polls)
    {
        try
        {
            if (await DeskOf(subscriber) is not { } desk)
            {
                return AtOnce is null ? Refusal.Because(RefusalReason.TryAgain) : Refusal.Because(RefusalReason.NotKnown);
            }

            if (desk.Flight is { } earlier)
            {
                // Who asks again has read the answer before; a stream may still hold something back.
                if (!(polls && desk.Subscription!.Polls))
                {
                    _ = inboxes.Grounds.Abandon(earlier);
                    desk.Flight = null;
                }

                End(desk);
            }

            desk.Subscription = new Subscription(subscriber, RandomNumberGenerator.GetInt32(int.MaxValue), polls);
            desk.Flight = new Flight();
            inboxes.Grounds.Watch(desk.Flight);
            return desk.Subscription;
        }
        catch (StoreFault fault)
        {
            Services.Log.Unreadable(fault.Kind);
            return Refusal.Because(RefusalReason.TryAgain);
        }
    }

    public async Task<Answer<DeliveryBatch>> Take(Caller caller, KeyFingerprint connection, Subscription subscription, int most, TimeSpan patience)
    {
        DelayDeactivation(TimeSpan.FromMinutes(2));
        var began = Services.Time.GetTimestamp();
        while (true)
        {
            if (DeskOf(subscription) is not { } desk)
            {
                return Refusal.Because(RefusalReason.TryAgain);
            }

            var signal = Task.WhenAny(inboxes.Signals.Next(Team.Inbox), desk.Flight!.Abort);
            try
            {
                var batch = inboxes.Lease.IsValid ? await Gather(desk, caller.Agency, connection, Math.Clamp(most, 1, Page)) : [];
                var left = patience - Services.Time.GetElapsedTime(began);
                if (batch.Length > 0 || left <= TimeSpan.Zero || inboxes.Life.ApplicationStopping.IsCancellationRequested)
                {
                    return new DeliveryBatch(batch);
                }

                var pause = inboxes.Lease.IsValid ? LookAgain : LookAgain / 10;
                await Wait(signal, pause < left ? pause : left);
            }
            catch (Exception e) when (e is StoreFault or BrokenStream or Keys.MasterKeyException)
            {
                Services.Log.Broken(e.Message);
                return Refusal.Because(RefusalReason.TryAgain);
            }
        }
    }

    public async Task<LineState> Watch(Subscription subscription, TimeSpan patience)
    {
        if (DeskOf(subscription) is not { Flight: { } flight })
        {
            return subscription.Polls ? LineState.Over : LineState.MustAbort;
        }

        await Wait(Task.WhenAny(flight.Abort, flight.Over), patience);
        return flight.Over.IsCompleted ? LineState.Over
            : flight.Abort.IsCompleted || inboxes.Life.ApplicationStopping.IsCancellationRequested ? LineState.MustAbort
            : LineState.Open;
    }

    public Task Ended(Subscription subscription)
    {
        if (DeskOf(subscription) is { } desk)
        {
            End(desk);
        }

        return Task.CompletedTask;
    }

    public async Task<Answer<Done>> Receive(Caller caller, string subscriber, ImmutableArray<DeliveryPlace> places)
    {
        try
        {
            if (await DeskOf(subscriber) is not { } desk)
            {
                return AtOnce is null ? Refusal.Because(RefusalReason.TryAgain) : Refusal.Because(RefusalReason.NotKnown);
            }

            for (var i = 0; i < places.Length; i++)
            {
                var at = PositionOf(places[i]);
                if (!await WasHandedOver(desk, at))
                {
                    return Refusal.About(RefusalReason.NotDelivered, $"delivery_ids[{i}]", "was not handed over to this subscriber");
                }
            }

            foreach (var place in places)
            {
                desk.Reading.Receive(PositionOf(place));
                desk.Flight?.Remove(PositionOf(place));
            }

            if (desk is { Subscription.Polls: true, Flight.IsEmpty: true })
            {
                End(desk);
            }

            inboxes.Signals.Signal(Team.Inbox);
            var mark = new MarkRow(Team.Inbox, subscriber, desk.Reading.Mark, Positions.Write(desk.Reading.Above));
            return await inboxes.Receipts.Write(new ReceiptRows(mark, null)) ? Done.Instance : Refusal.Because(RefusalReason.TryAgain);
        }
        catch (StoreFault fault)
        {
            Services.Log.Unreadable(fault.Kind);
            return Refusal.Because(RefusalReason.TryAgain);
        }
    }

    /// <summary>The next batch, in the ledger and past the gate; empty when nothing may go now.</summary>
    private async Task<ImmutableArray<DeliveryShown>> Gather(Desk desk, AgencyId agency, KeyFingerprint connection, int most)
    {
        await desk.Turn.WaitAsync();
        try
        {
            await Fill(desk.Reading);
            await JudgeStale(desk.Reading);
            var rows = desk.Reading.HasRoom ? desk.Reading.Next(most, IsHeld) : [];
            if (rows.Count == 0)
            {
                return [];
            }

            var items = Fitting(rows, await inboxes.Views.Open(rows));

            // A row that was refused may still appear: its number is not used for another batch.
            desk.Number ??= await Services.Store.ReadLastHandOver(Team.Inbox, desk.Name, CancellationToken.None);

            // On the ledger before it goes out: what arrives somewhere always has an earlier entry.
            var entry = new HandOverRow(
                Team.Inbox, desk.Name, desk.Number.Value + 1, Moment.Of(Services.Time.GetUtcNow()).Microseconds, connection.Value,
                Positions.Write(items.Select(i => i.Row.Position)));
            if (items.Count == 0)
            {
                return [];
            }

            desk.Number = await inboxes.Receipts.Write(new ReceiptRows(null, entry)) ? entry.Number : null;
            if (desk.Number is null)
            {
                return [];
            }

            // Under way first, then the gate: whoever narrows in between finds it in one place or the other.
            var flight = desk.Flight!;
            var through = inboxes.Agencies.GroundOf(agency);
            flight.Add(items.Select(i => (i.Row.Position, Basis.Of([.. BasisOf(i.Row).Grounds, through]))));
            if (flight.Abort.IsCompleted || flight.Over.IsCompleted || !inboxes.Lease.IsValid || !inboxes.Agencies.MayCall(connection, agency) || items.Exists(i => IsHeld(i.Row)))
            {
                items.ForEach(i => flight.Remove(i.Row.Position));
                return [];
            }

            desk.Reading.Send(items.Select(i => i.Row));
            return [.. items.Select(i => inboxes.Views.Shown(agency, i.Row, i.View))];
        }
        finally
        {
            desk.Turn.Release();
        }
    }

    private async Task Fill(Reading reading)
    {
        if (reading.Waiting >= Page)
        {
            return;
        }

        // The horizon before the rows: what appears in between is above it, and is looked for again.
        var horizon = await Services.Store.ReadHorizon(CancellationToken.None);
        var rows = await Services.Store.ReadInbox(Team.Inbox, reading.Scanned, Page, CancellationToken.None);
        reading.TakeIn(rows, horizon, isEnd: rows.Count < Page);
        if (rows.Count < Page)
        {
            return;
        }

        foreach (var red in await Services.Store.ReadInboxRed(Team.Inbox, reading.Scanned, Page / 4, CancellationToken.None))
        {
            foreach (var row in await Services.Store.ReadInboxOf(Team.Inbox, red.Delivery.Subject, reading.Scanned, red.Position, Page, CancellationToken.None))
            {
                reading.Add(row);
            }

            reading.Add(red);
        }
    }

    private async Task JudgeStale(Reading reading)
    {
        var stale = reading.Of(IsHeld, MostAgain);
        if (stale.Count > 0)
        {
            await this.AsReference<IInbox>().DecideAgain([.. stale.Select(r => PlaceOf(r.Position))]);
        }
    }

    /// <summary>As many as fit into one message; one whose person was erased, or of which nothing is left, is over.</summary>
    private List<(InboxRow Row, View View)> Fitting(List<InboxRow> rows, IReadOnlyList<View?> views)
    {
        var (items, room) = (new List<(InboxRow, View)>(), MostText);
        for (var i = 0; i < rows.Count && room > 0; i++)
        {
            var row = rows[i];
            var view = AgainOf(row) is { } again && views[i] is { } whole ? again.Narrow(whole) : views[i];
            if (view is null)
            {
                foreach (var desk in desks.Values)
                {
                    desk.Reading.Receive(row.Position);
                }

                continue;
            }

            items.Add((row, view));
            room -= view.Elements.Sum(e => e.Content?.Text.Length ?? 0) + 256;
        }

        return items;
    }

    /// <summary>Whether the gate holds it back: its verdict has lost a ground, or has ended by itself.</summary>
    private bool IsHeld(InboxRow row)
    {
        var basis = BasisOf(row);
        return inboxes.Grounds.IsStale(basis)
            || (basis.NotAfter is { } end && Moment.Of(Services.Time.GetUtcNow()).CompareTo(end) >= 0);
    }

    private Basis BasisOf(InboxRow row)
        => AgainOf(row)?.Basis ?? JsonSerializer.Deserialize(row.Delivery.Basis, OutwardJson.Default.Basis) ?? throw new BrokenStream(row.Version, "a basis is null");

    private Again? AgainOf(InboxRow row)
    {
        var place = PlaceOf(row.Position);
        return AtOnce?.Redecided.LastOrDefault(r => r.Place == place)?.Again;
    }

    private async Task<bool> WasHandedOver(DeliveryPlace place)
    {
        var at = PositionOf(place);
        await Wake();
        foreach (var subscriber in AtOnce?.Subscribers ?? [])
        {
            if (await DeskOf(subscriber) is { } desk && await WasHandedOver(desk, at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>By what is in memory, else by the ledger: an earlier process may have handed it over.</summary>
    private async Task<bool> WasHandedOver(Desk desk, Position at)
    {
        if (!desk.Reading.WasHandedOver(at))
        {
            var last = await Services.Store.ReadLastHandOver(Team.Inbox, desk.Name, CancellationToken.None);
            var after = Math.Max(0, last - Reading.Window);
            var ledger = await Services.Store.ReadHandOvers(Team.Inbox, desk.Name, after, Reading.Window, CancellationToken.None);
            if (!ledger.Any(h => Positions.Read(h.Positions).Contains(at)))
            {
                return false;
            }
        }

        return await Services.Store.ReadDelivery(Team.Inbox, at, CancellationToken.None) is not null;
    }

    /// <summary>Null for a name that is not registered, and while none is in memory.</summary>
    private async Task<Desk?> DeskOf(string subscriber)
    {
        if (AtOnce is null)
        {
            await this.AsReference<IInbox>().Wake();
        }

        if (AtOnce?.Subscribers.Contains(subscriber) != true)
        {
            return null;
        }

        if (!desks.TryGetValue(subscriber, out var desk))
        {
            var mark = (await Services.Store.ReadMarks(Team.Inbox, CancellationToken.None)).FirstOrDefault(m => m.Subscriber == subscriber);
            desks.TryAdd(subscriber, new Desk(subscriber, new Reading(mark?.Position ?? default, Positions.Read(mark?.Above ?? []))));
            desk = desks[subscriber];
        }

        return desk;
    }

    private Desk? DeskOf(Subscription subscription)
        => desks.TryGetValue(subscription.Subscriber, out var desk) && desk.Subscription == subscription && desk.Flight is not null ? desk : null;

    private void End(Desk desk)
    {
        if (desk.Flight is { } flight)
        {
            inboxes.Grounds.Forget(flight);
            flight.IsOver();
        }

        (desk.Flight, desk.Subscription) = (null, null);
        desk.Reading.PutBack();
    }

    /// <summary>Until it ends, the patience does, or the silo is told to stop: nobody's long wait holds up a shutdown.</summary>
    private async Task Wait(Task what, TimeSpan patience)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(inboxes.Life.ApplicationStopping);
        var time = Services.Time;
        await Task.WhenAny(what, Task.Delay(patience, time, enough.Token));
        await enough.CancelAsync();
    }

    private sealed class Desk(string name, Reading reading)
    {
        public string Name => name;

        public Reading Reading => reading;

        public SemaphoreSlim Turn { get; } = new(1, 1);

        public Subscription? Subscription { get; set; }

        public Flight? Flight { get; set; }

        /// <summary>Of the last batch; null when it must be looked up.</summary>
        public long? Number { get; set; }
    }
}
