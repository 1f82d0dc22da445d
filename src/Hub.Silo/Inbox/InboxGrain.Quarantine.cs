using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Alerts;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Silo.Journal;
using Hub.Silo.People;

namespace Hub.Silo.Inbox;

/// <summary>Deliveries that are not what their owner wrote. Nobody is shown them and nobody waits behind them; the team hears that there is
/// something to ask for.</summary>
internal sealed partial class InboxGrain
{
    public async Task Quarantine(ImmutableArray<DeliveryPlace> places)
    {
        foreach (var place in places)
        {
            try
            {
                if (await Services.Store.ReadDelivery(Number, Position.Of(place), CancellationToken.None) is { } row && await IsQuarantined(row))
                {
                    PassOver(row);
                }
            }
            catch (StoreFault fault)
            {
                Services.Log.Unreadable(fault.Kind);
            }
        }
    }

    private async Task<bool> IsQuarantined(InboxRow row)
    {
        var key = AcknowledgementKey(row.Position.Place);
        if (await IsClaimed(ClaimSpace.Quarantine, key))
        {
            return true;
        }

        var holder = (await Services.Store.ReadEvents(row.Stream, row.Version - 1, 1, CancellationToken.None)) is [var told] ? AgencyId.TryParse(told.Agency) : null;
        if (await Ask(row, new JudgeQuestion(Team, PersonId.FromBytes(row.Delivery.Subject), holder ?? Team.Agency, null, null, [])) is not { } again
            || IsStale(again.Basis))
        {
            return false;
        }

        // That something waited which this team may not see any more is not this team's to know.
        var isTold = again.IsRecipient && again.Categories != default && holder is not null;

        // In red: nothing but that there is something, and whom to ask.
        var notice = new View(
            Cut.RecordUpdated, Severity.Red, holder ?? Team.Agency, await KindOf(row.Delivery.Subject), null, null, null, null, null, [], MoreExists: true,
            KeptOut: again.KeptOut?.OrNone);
        var at = Address.IsRestricted ? Address : inboxes.Hearers.Of(Team, null, again.KeptOut ?? KeptOut.Nobody, _ => false).At;
        var decided = await Decide(new Write<TeamInbox, Done>(
            Hub, [], (_, _) => Decided.Commit(new DeliveryQuarantined(row.Position.Place, isTold)), (_, _) => Done.Instance)
        {
            Claims = (_, _, _) => Task.FromResult<IReadOnlyList<ClaimRow>?>([new ClaimRow(ClaimSpace.Quarantine, key, Stream)]),
            Share = (_, _, place) => Task.FromResult<Outward?>(isTold ? Notice(at, row, notice, again.Basis, place.At) : Outward.Nothing),
        });
        if (decided.Value is null)
        {
            return false;
        }

        inboxes.Telemetry.Quarantined();
        inboxes.Log.Quarantined(Team, isTold);
        return true;
    }

    /// <summary>Null for the id of a concern.</summary>
    private async Task<PersonKind?> KindOf(byte[] subject)
    {
        foreach (var kind in new[] { PersonKind.Child, PersonKind.Adult })
        {
            if (await Services.Store.ReadKey(PersonFold.Key(kind, PersonId.FromBytes(subject)), CancellationToken.None) is not null)
            {
                return kind;
            }
        }

        return null;
    }
}
