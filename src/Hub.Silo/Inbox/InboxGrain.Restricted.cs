using Hub.Contracts.Calls;
using Hub.Contracts.Inbox;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Inbox;
using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>The person's door: each delivery is decided for the practitioner who asks, and there until somebody has taken it.</summary>
internal sealed partial class InboxGrain
{
    /// <summary>Whose mark says how far all has been taken. No system and no practitioner can have this name.</summary>
    private const string Taken = "(taken)";

    private const int MostTries = 3;
    private readonly Dictionary<PractitionerId, Numbering> numberings = [];

    public async Task<Answer<DeliveryBatch>> Open(Caller caller, KeyFingerprint connection, int most)
    {
        try
        {
            if (!Address.IsRestricted || caller.Practitioner is not { } by || !await Wake())
            {
                return Refusal.Because(Address.IsRestricted ? RefusalReason.TryAgain : RefusalReason.NotKnown);
            }

            var desk = await DeskOfTaken();
            for (var tried = 0; tried < MostTries; tried++)
            {
                await Look(desk);
                var items = await OpenTo(caller, desk, most);

                // On the ledger before it goes out, then the gate: whoever narrows in between finds that it is stale.
                var numbering = await NumbersOf(by, desk);
                if (items.Count > 0 && !await Enter(desk, by, connection, numbering, items))
                {
                    return Refusal.Because(RefusalReason.TryAgain);
                }

                if (items.TrueForAll(i => !IsHeld(i.Basis)) && inboxes.Teams.NoMember(Team, caller) is null && inboxes.Agencies.MayCall(connection, caller.Agency))
                {
                    return Shown<DeliveryBatch>(new DeliveryBatch([.. items.Select(i => inboxes.Views.Shown(caller.Agency, i.Row, i.View, numbering.Of(i.Row.Position)))]));
                }
            }
        }
        catch (Exception e) when (e is StoreFault or BrokenStream or Keys.MasterKeyException)
        {
            Services.Log.Broken(e.Message);
        }

        return Refusal.Because(RefusalReason.TryAgain);
    }

    private async Task<List<Item>> OpenTo(Caller caller, Desk desk, int most)
    {
        var items = new List<Item>();
        foreach (var row in desk.Reading.Next(Reading.Window, _ => false))
        {
            var place = row.Position.Place;
            if (items.Count == most)
            {
                break;
            }

            // What cannot be decided now is not shown, and holds up no others.
            if (await IsClaimed(ClaimSpace.Acknowledgement, AcknowledgementKey(place)))
            {
                await Settle(place);
            }
            else if ((!IsHeld(row) || await DecideAgain(place)) && desk.Reading.IsWaiting(row.Position) && !IsHeld(row) && await Follow(row) is var followed)
            {
                var again = AgainOf(row);
                if (followed.Opened.State == ViewState.Broken)
                {
                    await Quarantine([place]);
                }
                else if (followed.Opened.State != ViewState.Locked
                    && (followed.Opened.View is { } whole ? again is null ? whole : again.Narrow(whole) : null) is var view)
                {
                    if (view is null)
                    {
                        await Settle(place);
                    }
                    else if (!KeptOutOf(row, view).Has(caller))
                    {
                        items.Add(new Item(row, view, again?.Basis ?? FirstBasisOf(row)));
                    }
                }
            }
        }

        return items;
    }

    /// <summary>Nobody has to take it any more.</summary>
    private async Task Settle(DeliveryPlace place)
    {
        var desk = await DeskOfTaken();
        desk.Reading.Receive(Position.Of(place));
        foreach (var numbering in numberings.Values)
        {
            numbering.Receive(Position.Of(place));
        }

        await inboxes.Receipts.Write(new ReceiptRows(new MarkRow(Number, Taken, desk.Reading.Mark, Positions.Write(desk.Reading.Above)), null));
    }

    private async Task<bool> Enter(Desk desk, PractitionerId by, KeyFingerprint connection, Numbering numbering, List<Item> items)
    {
        var given = numbering.Next([.. items.Select(i => i.Row.Position)]);
        var row = new HandOverRow(Number, by.Value, numbering.Batch, Moment.Of(Services.Time.GetUtcNow()).Microseconds, connection.Value, given.Write());
        var stands = await inboxes.Receipts.Write(new ReceiptRows(null, row));
        if (!stands)
        {
            numberings.Remove(by);
        }

        return stands;
    }

    private async Task<Numbering> NumbersOf(PractitionerId by, Desk desk)
    {
        if (!numberings.TryGetValue(by, out var numbering))
        {
            numberings[by] = numbering = await Numbering.Load(Services.Store, Number, by.Value, desk.Reading);
        }

        return numbering;
    }

    private async Task<Desk> DeskOfTaken()
    {
        if (!desks.TryGetValue(Taken, out var desk))
        {
            var mark = (await Services.Store.ReadMarks(Number, CancellationToken.None)).FirstOrDefault(m => m.Subscriber == Taken);
            desks[Taken] = desk = new Desk(Taken, Reading.From(mark), inboxes.Grounds, Services.Time);
        }

        return desk;
    }
}
