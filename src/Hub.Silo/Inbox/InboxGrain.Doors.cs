using Hub.Contracts.Calls;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Alerts;
using Hub.Domain.Inbox;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>By which door a delivery is shown, and who hears where nobody of this team may. Source: sharing rules, "Somebody always hears".</summary>
internal sealed partial class InboxGrain
{
    private const string MovedHere = "delivery.moved";

    /// <summary>A delivery that came from another inbox shows what stands there.</summary>
    private async Task<Followed> Follow(InboxRow row)
    {
        var opened = (await inboxes.Views.Open([row]))[0];
        if (opened.View is not { Moved: { } from })
        {
            return new Followed(row, opened, Address, null);
        }

        return await Services.Store.ReadDelivery(from.At.Number, Position.Of(from.Place), CancellationToken.None) is { } origin
            ? new Followed(origin, (await inboxes.Views.Open([origin]))[0], from.At, from)
            : new Followed(row, new OpenedView(ViewState.Broken, null), Address, from);
    }

    /// <summary>The team that would have heard, where this one hears in its place.</summary>
    private TeamId? Instead(Followed followed)
        => followed.Opened.View?.Instead is { } named && named != Team ? named
            : followed.At.Team != Team ? followed.Opened.View?.Instead ?? followed.At.Team
            : null;

    /// <summary>Whether a delivery may not stay in this inbox, and who hears instead, unless somebody does already.</summary>
    private async Task<(bool Leaves, Hearer? To)> DoorOf(Judgement judged)
    {
        var own = inboxes.Hearers.Candidate(HearingStep.Team, Team);
        if (Address.IsRestricted ? SomebodyHears.First([own], judged.KeptOut, _ => true) is not null : inboxes.Hearers.IsPlain(Team, judged.KeptOut))
        {
            return (false, null);
        }

        var hearer = await HearerOf(judged, HearingStep.Team);
        return hearer.At == Address || (Address.IsRestricted && hearer.Step == HearingStep.Nobody) ? (false, null)
            : await IsClaimed(ClaimSpace.Moved, AcknowledgementKey(judged.Row.Position.Place))
                || (!Address.IsRestricted && await WasHandedOver(judged.Row.Position.Place)) ? (true, null)
            : (true, hearer);
    }

    /// <summary>Who hears what the door of the machine does not show any more because it is about somebody of the team; null for nobody, or where somebody
    /// does already.</summary>
    private async Task<Hearer?> ApartFrom(Judgement judged)
    {
        var place = judged.Row.Position.Place;
        return judged.Again is not { Apart: { } from } || await IsClaimed(ClaimSpace.Moved, AcknowledgementKey(place)) || await WasHandedOver(place)
            ? null
            : await HearerOf(judged with { KeptOut = judged.KeptOut.Or(from) }, HearingStep.Team);
    }

    /// <summary>Who hears once the clock has run out here.</summary>
    private Task<Hearer> NextOf(Judgement judged) => HearerOf(judged, HearingStep.TeamManager);

    /// <summary>The first step of the order from one on, each decided anew. Where this team hears in another's place, those after its own.</summary>
    private async Task<Hearer> HearerOf(Judgement judged, HearingStep from)
    {
        var recipient = Instead(judged.Followed) ?? Team;
        var order = inboxes.Hearers.Order(recipient, judged.Again?.Responsible);
        var here = recipient == Team ? from : order.FirstOrDefault(c => c.Team == Team) is { } at ? at.Step + 1 : HearingStep.Agency;
        foreach (var step in order.Where(c => c.Step >= here))
        {
            if (SomebodyHears.First([step], judged.KeptOut, _ => true) is { } hearer && (step.Team == Team || await MayHear(judged, recipient, step.Team)))
            {
                return hearer;
            }
        }

        return inboxes.Hearers.Nobody(inboxes.Hearers.Candidate(HearingStep.Team, Team), judged.KeptOut);
    }

    // What has to be decided, and what a person sent to one agency, is nobody else's.
    private async Task<bool> MayHear(Judgement judged, TeamId recipient, TeamId team)
    {
        var view = judged.View!;
        var isOfOneAgency = view.Asks is not null || view.Restriction is not null || view.Directed is not null || view.Contact is not null;
        return (!isOfOneAgency || team.Agency == recipient.Agency)
            && judged.Question is { } question
            && await Ask(judged.Origin, question with { Team = team, Instead = recipient, IsRestricted = true }, view) is { } again
            && again.Narrow(view) is not null;
    }

    /// <summary>One delivery to another inbox that says where what it shows stands, and no more. Its clock goes on, or begins anew. It rests on nothing
    /// yet: where it arrives it is decided again before anybody has it, for what is left of it and from whom it is kept is on record here alone.</summary>
    private Outward Moving(Judgement judged, Hearer to, Severity severity, Moment? begins)
    {
        var view = new View(
            MovedHere, severity, Team.Agency, null, null, null, null, null, null, [], MoreExists: false,
            Moved: new MovedFrom(judged.Followed.At, judged.Origin.Position.Place, to.Step));
        var basis = Basis.Of([.. judged.Again!.Basis.Grounds, TeamGround(to.At.Team)], new Moment(0));
        var row = DeliveryRows.Of(to.At, judged.Row.Delivery.Subject, 0, basis, severity, begins);
        return new Outward([], [], [OutwardView.Of(view)], [begins is null ? row with { EscalateAt = judged.Row.Delivery.EscalateAt } : row]);
    }

    /// <summary>What was delivered, as at the commit, if the caller may have seen it: at the machine's door everything that was handed over there, at the
    /// person's door what is not kept from the caller, who must not be kept out of it now at either.</summary>
    private async Task<Answer<Seen>> SeenBy(Caller caller, DeliveryPlace place)
    {
        // While the fate of an earlier commit is open it is known all the same what was handed over.
        await Wake();
        if (AtOnce is null)
        {
            return Refusal.Because(RefusalReason.TryAgain);
        }

        var no = Refusal.About(RefusalReason.NotDelivered, "delivery_id", "was not handed over to this team");
        if ((!Address.IsRestricted && !await WasHandedOver(place)) || await Services.Store.ReadDelivery(Number, Position.Of(place), CancellationToken.None) is not { } row)
        {
            return no;
        }

        var opened = (await Follow(row)).Opened;
        if (opened.State == ViewState.Locked)
        {
            return Refusal.Because(RefusalReason.TryAgain);
        }

        var isKept = opened.View is { } view ? KeptOutOf(row, view).Has(caller) : Address.IsRestricted;
        return isKept ? no : new Seen(row, opened.View);
    }

    private KeptOut KeptOutOf(InboxRow row, View view)
        => (view.KeptOut ?? KeptOut.Nobody).Or(AtOnce?.Redecided.LastOrDefault(r => r.Place == row.Position.Place)?.KeptOut ?? KeptOut.Nobody);

    /// <param name="Row">The delivery.</param>
    /// <param name="View">What it shows; null where that does not open any more.</param>
    private sealed record Seen(InboxRow Row, View? View);

    /// <param name="Row">The delivery whose view shows it.</param>
    /// <param name="Opened">That view.</param>
    /// <param name="At">The inbox in which that stands.</param>
    /// <param name="From">How it came here; null when it was here from the first.</param>
    private sealed record Followed(InboxRow Row, OpenedView Opened, InboxAddress At, MovedFrom? From);
}
