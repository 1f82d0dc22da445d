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
    /// <summary>In microseconds, and far more than two silos' clocks do.</summary>
    private const long ClocksDiffer = 60_000_000;

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);
    private readonly Dictionary<string, Desk> desks = new(StringComparer.Ordinal);

    public async Task<Answer<Subscription>> Subscribe(Caller caller, string subscriber, bool polls, string gateway)
    {
        try
        {
            if (await DeskOf(subscriber) is not { } desk)
            {
                return AtOnce is null ? Refusal.Because(RefusalReason.TryAgain) : Refusal.Because(RefusalReason.NotKnown);
            }

            var subscription = new Subscription(subscriber, BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))), polls, inboxes.Silo);
            desk.Begin(subscription, gateway);
            return subscription;
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
        for (var isWaited = false; ;)
        {
            // Who waits here must not keep a line from ending that somebody waits for.
            if (DeskOf(subscription) is not { } desk || desk.Open(subscription) is not { Abort.IsCompleted: false } flight)
            {
                return Refusal.Because(RefusalReason.TryAgain);
            }

            var signal = desk.Signal(inboxes.Feed.Next(Number), flight);
            try
            {
                var line = new Line(desk, subscription, flight, caller.Agency, connection);
                if ((inboxes.Lease.IsValid ? await Gather(line, Math.Clamp(most, 1, Page)) : []) is not { } batch)
                {
                    continue;
                }

                var left = patience - Services.Time.GetElapsedTime(began);
                if (left <= TimeSpan.Zero && batch.IsEmpty && desk.Reading is { HasRoom: false, HasPassedOver: true })
                {
                    // Who passed something over and confirms only later ones would be silent for ever: what was passed over comes with a new line.
                    flight.MustAbort();
                }

                if (batch.Length > 0 || left <= TimeSpan.Zero || isWaited || inboxes.Life.ApplicationStopping.IsCancellationRequested)
                {
                    return new DeliveryBatch(batch);
                }

                var pause = inboxes.Lease.IsValid ? LookAgain : LookAgain / 10;
                await Wait(signal, pause < left ? pause : left);
                isWaited = inboxes.Upheaval.IsOn;
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
        // Of a line that is not known here nobody can say that nothing of it is under way.
        if (DeskOf(subscription) is not { } desk || desk.Find(subscription) is not { } flight)
        {
            return subscription.Polls && DeskOf(subscription)?.IsOver(subscription) == true ? LineState.Over : LineState.MustAbort;
        }

        await Wait(flight.Ended, patience);
        return flight.Over.IsCompleted ? LineState.Over
            : flight.Abort.IsCompleted || inboxes.Life.ApplicationStopping.IsCancellationRequested ? LineState.MustAbort
            : LineState.Open;
    }

    public Task<LineState> Leave(Subscription subscription)
    {
        if (DeskOf(subscription) is not { } desk || desk.Find(subscription) is not { IsEmpty: true })
        {
            return Task.FromResult(LineState.MustAbort);
        }

        desk.End(subscription);
        return Task.FromResult(LineState.Over);
    }

    public Task Ended(Subscription subscription)
    {
        DeskOf(subscription)?.End(subscription);
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
                var at = Position.Of(places[i]);
                if (!await WasHandedOver(desk, at))
                {
                    return Refusal.About(RefusalReason.NotDelivered, $"delivery_ids[{i}]", "was not handed over to this subscriber");
                }
            }

            var hadRoom = desk.Reading.HasRoom;
            foreach (var place in places)
            {
                desk.Receive(Position.Of(place));
            }

            if (!hadRoom)
            {
                inboxes.Feed.Signal(Number);
            }

            var mark = new MarkRow(Number, subscriber, desk.Reading.Mark, Positions.Write(desk.Reading.Above));
            return await inboxes.Receipts.Write(new ReceiptRows(mark, null)) ? Done.Instance : Refusal.Because(RefusalReason.TryAgain);
        }
        catch (StoreFault fault)
        {
            Services.Log.Unreadable(fault.Kind);
            return Refusal.Because(RefusalReason.TryAgain);
        }
    }

    private async Task<bool> WasHandedOver(DeliveryPlace place)
    {
        var at = Position.Of(place);
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
        // Whatever is known by its own position was read from this inbox before.
        if (desk.Reading.Holds(at))
        {
            return true;
        }

        // The ledger itself has the last word: while another silo is taken for dead, both may have handed over, and received.
        return (!desk.Reading.IsReceived(at) && (await NumberingOf(desk)).WasGiven(at))
            || (await Services.Store.ReadDelivery(Number, at, CancellationToken.None) is { } row
                && (desk.Reading.IsReceived(at) || await Numbering.WasEverGiven(Services.Store, Number, desk.Name, at, row.At - ClocksDiffer)));
    }

    private async Task<Numbering> NumberingOf(Desk desk)
        => desk.Numbering ?? desk.Know(await Numbering.Load(Services.Store, Number, desk.Name, desk.Reading));

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
            var mark = (await Services.Store.ReadMarks(Number, CancellationToken.None)).FirstOrDefault(m => m.Subscriber == subscriber);
            if (!desks.TryGetValue(subscriber, out desk))
            {
                desks[subscriber] = desk = new Desk(subscriber, Reading.From(mark), inboxes.Grounds, Services.Time);
                inboxes.Feed.Follow(Number, desk.Fresh);
            }
        }

        return desk;
    }

    private Desk? DeskOf(Subscription subscription) => desks.GetValueOrDefault(subscription.Subscriber);

    /// <summary>Until it ends, the patience does, or the silo is told to stop: nobody's long wait holds up a shutdown. Nor does it hold up that this
    /// grain is put up anew after another silo has gone.</summary>
    private async Task Wait(Task what, TimeSpan patience)
        => await what.WaitAsync(inboxes.Upheaval.Limit(patience), Services.Time, inboxes.Upheaval.Next)
            .ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
}
