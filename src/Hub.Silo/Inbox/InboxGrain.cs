using System.Collections.Immutable;
using System.Text.Json;
using Hub.Contracts.Alerts;
using Hub.Contracts.Calls;
using Hub.Contracts.Inbox;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Alerts;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Silo.Alerts;
using Hub.Silo.Entrance;
using Hub.Silo.Journal;
using Hub.Silo.People;
using Orleans.Placement;

namespace Hub.Silo.Inbox;

/// <summary>Owner of one team's inbox: what is on record of it. It stands where it was first asked for, near the door of who receives.</summary>
[GrainType("inbox"), PreferLocalPlacement]
internal sealed partial class InboxGrain(OwnerServices services, InboxServices inboxes) : Owner<TeamInbox>(services, InboxFold.Instance), IInbox
{
    private InboxAddress Address => field ??= InboxFold.Read(Stream)!;

    private TeamId Team => Address.Team;

    private long Number => Address.Number;

    public Task<Answer<Done>> RegisterSubscriber(Caller caller, RegisterSubscriber command)
        => Decide(new Write<TeamInbox, Done>(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, InboxJson.Default.RegisterSubscriber),
            (state, _) => command.Decide(state),
            (_, _) => Done.Instance));

    public async Task<Answer<Done>> EndSubscriber(Caller caller, EndSubscriber command)
    {
        var ended = await Decide(new Write<TeamInbox, Done>(
            caller,
            JsonSerializer.SerializeToUtf8Bytes(command, InboxJson.Default.EndSubscriber),
            (state, _) => command.Decide(state),
            (_, _) => Done.Instance));
        if (ended.Value is not null && desks.TryGetValue(command.Subscriber, out var desk))
        {
            desk.MustAbort();
        }

        return ended;
    }

    public async Task<Answer<Acknowledged>> Acknowledge(Caller caller, Acknowledge command)
    {
        try
        {
            var seen = await SeenBy(caller, command.Place);
            if (seen.Value is not { } shown)
            {
                return seen.Refusal!;
            }

            var key = AcknowledgementKey(command.Place);
            var isTaken = await IsClaimed(ClaimSpace.Acknowledgement, key);
            // Only an answer ends a question, and only a review that something has to be reviewed.
            var asks = shown.View is { Asks: not null } or { Restriction: not null };
            var said = await Decide(new Write<TeamInbox, Acknowledged>(
                caller,
                JsonSerializer.SerializeToUtf8Bytes(command, InboxJson.Default.Acknowledge),
                (_, _) => command.Decide(isTaken, asks),
                (_, happened) => new Acknowledged(happened?.Content is DeliveryAcknowledged { IsFirst: true }))
            {
                Claims = (_, change, place) => Task.FromResult<IReadOnlyList<ClaimRow>?>(
                    change is DeliveryAcknowledged { IsFirst: true }
                        ? [new ClaimRow(ClaimSpace.Acknowledgement, key, Stream), new ClaimRow(ClaimSpace.Said, SaidKey(key, place.Version), Stream)]
                        : [new ClaimRow(ClaimSpace.Said, SaidKey(key, place.Version), Stream)]),
            });
            if (Address.IsRestricted && said.Value is { IsFirst: true })
            {
                await Settle(command.Place);
            }

            return said;
        }
        catch (StoreFault fault)
        {
            Services.Log.Unreadable(fault.Kind);
            return Refusal.Because(RefusalReason.TryAgain);
        }
    }

    public async Task<Answer<DeliveredElements>> Delivered(Caller caller, DeliveryPlace place, PersonId subject)
    {
        try
        {
            var seen = await SeenBy(caller, place);
            if (seen.Refusal is { Reason: RefusalReason.TryAgain } later)
            {
                return later;
            }

            if (seen.Value is not { Row: var row } || PersonId.FromBytes(row.Delivery.Subject) != subject || (await Follow(row)).Row is var origin && PersonFold.Read(origin.Stream) is not var (kind, person))
            {
                return Refusal.About(RefusalReason.NotDelivered, "delivery_id", "was not handed over to this team about this person");
            }

            // Judged anew whatever the gate says: a copy is never wider than its origin is at this moment.
            if (await Judge(row) is not { State: not ViewState.Broken } judged)
            {
                return Refusal.Because(RefusalReason.TryAgain);
            }

            // Nor to whom it is kept from by now.
            if (judged.KeptOut.Has(caller))
            {
                return Refusal.About(RefusalReason.NotDelivered, "delivery_id", "was not handed over to this team about this person");
            }

            var shown = judged.Narrowed;
            return new DeliveredElements([.. shown?.Elements.Select(
                e => new DeliveredElement(shown.Holder, kind, person, e.Element, e.Content, new Moment(origin.At), shown.Directed is null ? null : true)) ?? []]);
        }
        catch (StoreFault fault)
        {
            Services.Log.Unreadable(fault.Kind);
            return Refusal.Because(RefusalReason.TryAgain);
        }
    }

    public async Task<Answer<AskedOf>> Asked(Caller caller, DeliveryPlace place)
    {
        try
        {
            var seen = await SeenBy(caller, place);
            return seen.Value is not { } shown ? seen.Refusal!
                : shown.View is { Asks: { } asks, SubjectKind: { } kind, Subject: { } person } ? new AskedOf(kind, person, asks)
                : Refusal.About(RefusalReason.InvalidField, "delivery_id", "asks for no decision");
        }
        catch (StoreFault fault)
        {
            Services.Log.Unreadable(fault.Kind);
            return Refusal.Because(RefusalReason.TryAgain);
        }
    }

    public async Task DecideAgain(ImmutableArray<DeliveryPlace> places)
    {
        foreach (var place in places)
        {
            await DecideAgain(place);
        }
    }

    public async Task<bool> Escalate(DeliveryPlace place)
    {
        try
        {
            var key = AcknowledgementKey(place);
            if (await IsClaimed(ClaimSpace.Acknowledgement, key) || await IsClaimed(ClaimSpace.Escalation, key))
            {
                return true;
            }

            if (await Judge(place) is not { } judged)
            {
                return false;
            }

            // That something waits which this team may not see any more is not this team's to know; its holder may have to decide.
            if (judged.Narrowed is null)
            {
                if (await AsksOf(judged) is not null)
                {
                    await DecideAgain(judged);
                    return await IsClaimed(ClaimSpace.Asked, key);
                }

                return true;
            }

            // Where it is kept from somebody, the order goes on: manager, agency, authorities.
            var isPlain = !Address.IsRestricted && judged.KeptOut.IsEmpty;
            var next = isPlain ? null : await NextOf(judged);
            var escalated = new DeliveryEscalated(place, isPlain ? inboxes.Teams.HolderOf(Team, Role.TeamManager) : next!.For);
            var answer = await Decide(new Write<TeamInbox, Done>(Hub, [], (_, _) => Decided.Commit(escalated), (_, _) => Done.Instance)
            {
                Claims = (_, _, _) => Task.FromResult<IReadOnlyList<ClaimRow>?>([new ClaimRow(ClaimSpace.Escalation, key, Stream)]),
                Share = (_, _, now) => Task.FromResult<Outward?>(
                    next is null || next.At.Team == Team ? Breached(judged, escalated) : Moving(judged, next, Severity.Red, now.At)),
            });
            return answer.Value is not null;
        }
        catch (Exception e) when (e is StoreFault or BrokenStream or Keys.MasterKeyException)
        {
            Services.Log.Broken(e.Message);
            return false;
        }
    }

    /// <summary>A red delivery to the same inbox that tells nothing but which one nobody took, and whom it asks now.</summary>
    private Outward Breached(Judgement judged, DeliveryEscalated escalated)
    {
        var late = judged.View!;
        var view = new View(
            "clock.breached", Severity.Red, Team.Agency, late.SubjectKind, null, null, null, null, null, [], MoreExists: false, About: escalated.Place, For: escalated.To,
            Subject: late.Subject, KeptOut: judged.KeptOut.OrNone);
        return Notice(Address, judged.Row, view, judged.KeptOut.IsEmpty && !Address.IsRestricted ? Basis.Of([]) : judged.Again!.Basis, begins: null);
    }

    /// <summary>One delivery to this team, filed under the person of another that it is about.</summary>
    private static Outward Notice(InboxAddress at, InboxRow about, View view, Basis basis, Moment? begins) => new(
        [], [], [OutwardView.Of(view)],
        [DeliveryRows.Of(at, about.Delivery.Subject, 0, basis, view.Severity, begins)]);

    private async Task<bool> IsClaimed(int space, byte[] key) => (await Services.Store.FindClaims(space, key, key, CancellationToken.None)).Count > 0;

    public async Task<bool> Wake() => (await Read<Done>(_ => Done.Instance)).Value is not null;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Wake();
        await base.OnActivateAsync(cancellationToken);
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        foreach (var desk in desks.Values)
        {
            desk.Abandon();
            inboxes.Feed.Forget(Number, desk.Fresh);
        }

        await base.OnDeactivateAsync(reason, cancellationToken);
    }

    private static Caller Hub => Register.AgencyRegister.HubItself;

    private byte[] AcknowledgementKey(DeliveryPlace place) => DeliveryKeys.Of(Number, place);

    /// <summary>Nobody shall have it any more.</summary>
    private void PassOver(InboxRow row)
    {
        foreach (var desk in desks.Values)
        {
            desk.PassOver(row.Position);
        }
    }
}
