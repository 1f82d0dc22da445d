using Hub.Contracts.Calls;
using Hub.Contracts.Inbox;
using Hub.Domain;
using Hub.Domain.Inbox;
using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>Deciding again what waits, also where nobody is connected.</summary>
internal sealed partial class InboxGrain
{
    public async Task<DecidedWaiting> DecideWaiting(DeliveryPlace after, long through)
    {
        try
        {
            await Services.Notices.CatchUp(through, CancellationToken.None);
            if (!await Wake() || AtOnce is not { } state)
            {
                return new DecidedWaiting(null, IsAll: false);
            }

            // A system that has received nothing yet has everything before it.
            // At the person's door nothing is received: what nobody has taken waits.
            var readers = Address.IsRestricted ? [Taken] : state.Subscribers;
            var marks = (await Services.Store.ReadMarks(Number, CancellationToken.None)).Where(m => readers.Contains(m.Subscriber)).ToList();
            var first = marks.Count < readers.Length ? default : marks.Select(m => m.Position).DefaultIfEmpty().Min();
            var start = Position.Of(after);
            start = start.CompareTo(first) < 0 ? first : start;
            var rows = readers.IsEmpty ? [] : await Services.Store.ReadInbox(Number, start, Page, CancellationToken.None);
            var (again, isAll) = (0, true);
            foreach (var row in rows)
            {
                // What is on record of so many that still wait would be forgotten: the rest is decided at its turn.
                if (AtOnce is { Redecided.Length: TeamInbox.MostRedecided } full && Position.Of(full.Redecided[0].Place).CompareTo(first) > 0)
                {
                    return new DecidedWaiting(null, isAll);
                }

                if (again == MostAgain)
                {
                    return new DecidedWaiting(start.Place, isAll);
                }

                start = row.Position;
                if (IsHeld(row) && !(marks.Count == readers.Length && marks.TrueForAll(m => Has(m, row.Position))))
                {
                    again++;
                    isAll &= await DecideAgain(row.Position.Place);
                }
            }

            return new DecidedWaiting(rows.Count < Page ? null : start.Place, isAll);
        }
        catch (Exception e) when (e is StoreFault or BrokenStream)
        {
            Services.Log.Broken(e.Message);
            return new DecidedWaiting(null, IsAll: false);
        }
    }

    private static bool Has(MarkRow mark, Position at) => at.CompareTo(mark.Position) <= 0 || Positions.Read(mark.Above).Contains(at);

    /// <summary>Whether it is settled: decided, or over.</summary>
    private async Task<bool> DecideAgain(DeliveryPlace place)
        // Whoever waited for this turn may find it decided by another.
        => await Judge(place) is { } judged && (!IsHeld(judged.Row) || await DecideAgain(judged));

    private async Task<bool> DecideAgain(Judgement judged)
    {
        var place = judged.Row.Position.Place;
        if (judged.State != ViewState.Open)
        {
            var isOver = judged.State == ViewState.Erased || await IsQuarantined(judged.Row);
            if (isOver)
            {
                PassOver(judged.Row);
            }

            return isOver;
        }

        // A verdict on facts that are older than the narrowing would be none.
        if (judged.Again is not { } again || IsStale(again.Basis))
        {
            return false;
        }

        var isRecalled = judged.Narrowed is null;
        var asks = isRecalled ? await AsksOf(judged) : null;
        var (leaves, to) = isRecalled ? (false, null) : await DoorOf(judged);
        to ??= leaves ? null : await ApartFrom(judged);
        IEvent change = isRecalled || (judged.KeptOut.IsEmpty && !leaves)
            ? new DeliveryDecidedAgain(place, isRecalled, again)
            : new DeliveryDoorDecided(place, leaves && to is null ? again with { IsRecipient = false } : again, judged.KeptOut, leaves ? to : null);
        var decided = await Decide(new Write<TeamInbox, Done>(Hub, [], (_, _) => Decided.Commit(change), (_, _) => Done.Instance)
        {
            Claims = (_, _, _) => Task.FromResult<IReadOnlyList<ClaimRow>?>(
                asks is not null ? [new ClaimRow(ClaimSpace.Asked, AcknowledgementKey(place), Stream)]
                : to is not null ? [new ClaimRow(ClaimSpace.Moved, AcknowledgementKey(place), Stream)]
                : []),
            Share = (_, _, now) => Task.FromResult<Outward?>(
                asks is not null ? Asking(judged, asks, now) : to is not null ? Moving(judged, to, judged.View!.Severity, null) : Outward.Nothing),
        });
        if (decided.Value is not null && (isRecalled || leaves))
        {
            PassOver(judged.Row);
        }

        return decided.Value is not null;
    }
}
