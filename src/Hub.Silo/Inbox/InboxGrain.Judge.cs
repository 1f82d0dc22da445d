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
            return await Services.Store.ReadDelivery(Team.Inbox, Position.Of(place), CancellationToken.None) is { } row ? await Judge(row) : null;
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
            var opened = (await inboxes.Views.Open([row]))[0];
            if (opened is not (ViewState.Open, { } view))
            {
                return opened.State == ViewState.Locked ? null : new Judgement(row, opened.State, null, null);
            }

            var told = await Services.Store.ReadEvents(row.Stream, row.Version - 1, 1, CancellationToken.None) is [var one] ? one : null;
            var again = await Ask(row, QuestionOf(row, view, told), view);
            return again is null ? null : new Judgement(row, ViewState.Open, view, again);
        }
        catch (StoreFault fault)
        {
            Services.Log.Unreadable(fault.Kind);
            return null;
        }
    }

    private JudgeQuestion QuestionOf(InboxRow row, View view, EventRow? told)
        => new(Team, view.Subject ?? PersonId.FromBytes(row.Delivery.Subject), view.Holder, view.Plan, view.Link, ElementsOfPlan(told, view))
        {
            By = told is { Practitioner.Length: > 0 } ? PractitionerId.TryParse(told.Practitioner) : null,
            Asks = view.Asks,
            Marks = [.. view.Elements.Where(e => e.Content is not null).Select(e => new WrittenElement(e.Element, e.Content! with { Text = "" }))],
            Words = view.Number is null ? null : view.Elements.SelectMany(e => e.Content?.About?.Persons ?? []).Select(r => (RelationshipId?)r).FirstOrDefault(),
            Directed = view.Directed is { } from ? new DirectedShown(view.Told(), from == DirectedFrom.Plan ? Standing(view) : []) : null,
        };

    private async Task<Again?> Ask(InboxRow row, JudgeQuestion question, View? view = null)
        => view is { Asks: not null, SubjectKind: { } kind, Subject: { } about }
                ? (await Arrival.Owner(GrainFactory, PersonFold.Key(kind, about)).JudgeAgain(question)).Value
            : row.Stream == Stream ? OfItsOwn(row)
            : AgreementFold.Read(row.Stream) is not null ? (await GrainFactory.GetGrain<IAgreement>(row.Stream).JudgeAgain(question)).Value
            : ConcernFold.Read(row.Stream) is not null ? (await GrainFactory.GetGrain<IConcern>(row.Stream).JudgeAgain(question)).Value
            : PersonFold.Read(row.Stream) is not null ? (await Arrival.Owner(GrainFactory, row.Stream).JudgeAgain(question)).Value
            : null;

    // What the inbox itself tells of is shown as it is, or not any more.
    private Again OfItsOwn(InboxRow row)
        => new(Because.Told, CategorySet.All, Untagged: true, FirstBasisOf(row), IsRecipient: !IsHeld(FirstBasisOf(row)), []);

    /// <summary>What the view shows of its plan's elements; those of an alert stand in no plan.</summary>
    private static ImmutableArray<ElementId> ElementsOfPlan(EventRow? told, View view)
        => told is { Name: "plan.started" or "plan.changed" }
            ? [.. view.Elements.Where(e => e.Content is not null).Select(e => e.Element)]
            : [];

    private static ImmutableArray<TaggedElement> Standing(View view)
        => [.. view.Elements.Where(e => e.Content is not null).Select(e => new TaggedElement(e.Element, e.Content!.Category))];

    /// <param name="Row">The delivery.</param>
    /// <param name="State">Whether its view opens.</param>
    /// <param name="View">What it showed at the commit.</param>
    /// <param name="Again">What may be seen now.</param>
    private sealed record Judgement(InboxRow Row, ViewState State, View? View, Again? Again)
    {
        /// <summary>What is left of the view; null for nothing.</summary>
        public View? Narrowed => View is null ? null : Again?.Narrow(View);
    }
}
