using System.Collections.Immutable;
using Hub.Contracts.Agreements;
using Hub.Contracts.Alerts;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Deciding;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Relationships;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Silo.Alerts;
using Hub.Silo.Entrance;
using Hub.Silo.Journal;
using Hub.Silo.People;
using Hub.Silo.Register;

namespace Hub.Silo.Inbox;

/// <summary>What may be seen now of a delivery: asked of the owner whose event it tells of.</summary>
internal sealed partial class InboxGrain
{
    /// <summary>Null when it cannot be found out now.</summary>
    private async Task<Judgement?> Judge(DeliveryPlace place)
    {
        try
        {
            return await Services.Store.ReadDelivery(Number, Position.Of(place), CancellationToken.None) is { } row ? await Judge(row) : null;
        }
        catch (StoreFault fault)
        {
            Services.Log.Unreadable(fault.Kind);
            return null;
        }
    }

    private async Task<Judgement?> Judge(InboxRow row)
    {
        try
        {
            var followed = await Follow(row);
            var (origin, opened) = (followed.Row, followed.Opened);
            if (opened is not (ViewState.Open, { } view))
            {
                return opened.State == ViewState.Locked ? null : new Judgement(row, followed, null, null);
            }

            var acting = inboxes.Agencies.Acting;
            var question = await QuestionOf(origin, view) with { Instead = Instead(followed) };
            var again = await Ask(origin, question, view);
            return again is null ? null
                : new Judgement(row, followed, view, ActingGround.VersionIn(again.Basis, Team.Agency) is null ? again : again with { Basis = acting.Under(again.Basis, Team.Agency) })
                {
                    Question = question,
                    KeptOut = (view.KeptOut ?? KeptOut.Nobody).Or(again.KeptOut ?? KeptOut.Nobody).With(acting),
                };
        }
        catch (StoreFault fault)
        {
            Services.Log.Unreadable(fault.Kind);
            return null;
        }
    }

    private async Task<JudgeQuestion> QuestionOf(InboxRow row, View view)
    {
        var told = await Services.Store.ReadEvents(row.Stream, row.Version - 1, 1, CancellationToken.None) is [var one] ? one : null;
        return new(Team, view.Subject ?? PersonId.FromBytes(row.Delivery.Subject), view.Holder, view.Plan, view.Link, ElementsOfPlan(told, view))
        {
            By = told is { Practitioner.Length: > 0 } ? Signature.Read(told.Practitioner).By : null,
            Asks = view.Asks,
            Marks = [.. view.Elements.Where(e => e.Content is not null).Select(e => new WrittenElement(e.Element, e.Content! with { Text = "" }))],
            Words = view.Number is null ? null : view.Elements.SelectMany(e => e.Content?.About?.Persons ?? []).Select(r => (RelationshipId?)r).FirstOrDefault(),
            IsRestricted = Address.IsRestricted,
            UnderConsent = view.UnderConsent == true,
            Review = view is { Restriction: { } restriction, ReviewOn: { } on } ? new ReviewShown(restriction, on) : null,
            Contact = view.Contact is not null,
            Directed = view.Directed is { } from ? new DirectedShown(view.Told(), from == DirectedFrom.Plan ? Standing(view) : []) : null,
        };
    }

    private async Task<Again?> Ask(InboxRow row, JudgeQuestion question, View? view = null)
        => view is { Asks: not null, SubjectKind: { } kind, Subject: { } about }
                ? (await Arrival.Owner(GrainFactory, PersonFold.Key(kind, about)).JudgeAgain(question)).Value
            : InboxFold.Read(row.Stream) is not null ? await OfItsOwn(row, view)
            : AgreementFold.Read(row.Stream) is not null ? await OfAgreement(row.Stream, question)
            : ConcernFold.Read(row.Stream) is not null ? (await GrainFactory.GetGrain<IConcern>(row.Stream).JudgeAgain(question)).Value
            : PersonFold.Read(row.Stream) is not null ? (await Arrival.Owner(GrainFactory, row.Stream).JudgeAgain(question)).Value
            : null;

    // What the inbox itself tells of is shown as it is, or not any more.
    // Of what is kept from somebody that is so while the delivery that it is about is.
    private async Task<Again?> OfItsOwn(InboxRow row, View? view)
    {
        var acting = inboxes.Agencies.Acting;

        // Who acts for whom takes nothing of this away.
        var first = ActingGround.Without(FirstBasisOf(row), Team.Agency);
        var holds = !inboxes.Grounds.IsStale(first) && !HasEnded(first) && !inboxes.Editions.IsBehind(first, Now);
        if (view is not { About: { } place } || (view.KeptOut is null && holds) || InboxFold.Read(row.Stream) is not { } at)
        {
            return new Again(Because.Told, CategorySet.All, Untagged: true, acting.Under(inboxes.Editions.Under(first), Team.Agency), holds, []);
        }

        return await Services.Store.ReadDelivery(at.Number, Position.Of(place), CancellationToken.None) is { } about && await Judge(about) is { } judged
            ? new Again(Because.Told, CategorySet.All, Untagged: true, acting.Under(judged.Again?.Basis ?? Basis.Of([]), Team.Agency), judged.Narrowed is not null, [])
            {
                KeptOut = judged.KeptOut,
                Responsible = judged.Again?.Responsible,
            }
            : null;
    }

    // It is about nobody, so that who acts for whom takes nothing of it away.
    private async Task<Again?> OfAgreement(string agreement, JudgeQuestion question)
    {
        var acting = inboxes.Agencies.Acting;
        return (await GrainFactory.GetGrain<IAgreement>(agreement).JudgeAgain(question)).Value is { } again
            ? again with { Basis = acting.Under(inboxes.Editions.Under(again.Basis), Team.Agency) }
            : null;
    }

    /// <summary>What the view shows of its plan's elements; those of an alert stand in no plan.</summary>
    private static ImmutableArray<ElementId> ElementsOfPlan(EventRow? told, View view)
        => told is { Name: "plan.started" or "plan.changed" }
            ? [.. view.Elements.Where(e => e.Content is not null).Select(e => e.Element)]
            : [];

    private static ImmutableArray<TaggedElement> Standing(View view)
        => [.. view.Elements.Where(e => e.Content is not null).Select(e => new TaggedElement(e.Element, e.Content!.Category))];

    /// <param name="Row">The delivery.</param>
    /// <param name="Followed">Where what it shows stands.</param>
    /// <param name="View">What it showed at the commit.</param>
    /// <param name="Again">What may be seen now.</param>
    private sealed record Judgement(InboxRow Row, Followed Followed, View? View, Again? Again)
    {
        /// <summary>What was asked.</summary>
        public JudgeQuestion? Question { get; init; }

        public InboxRow Origin => Followed.Row;

        public ViewState State => Followed.Opened.State;

        /// <summary>From whom it is kept: by what it said, and by what is so now, and whoever acts for one of them.</summary>
        public KeptOut KeptOut { get; init; } = KeptOut.Nobody;

        /// <summary>What is left of the view; null for nothing.</summary>
        public View? Narrowed => View is null ? null : Again?.Narrow(View);
    }
}
