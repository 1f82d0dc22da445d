using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Consents;
using Hub.Domain.Deciding;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Domain.Tests.Sharing;

namespace Hub.Domain.Tests.SafetyPlans;

public sealed class WhatIsSentWithoutConsent
{
    private static readonly ImmutableArray<DecisionRow> Rows = [.. DecisionTable.Read("who-is-told-by-a-safety-plan.md").Where(r => r.Cells.ContainsKey("answered before"))];
    private static readonly Happened Sign = Cast.Happened(new AlertRaised(AlertType.RelapseEarlySign, Category.SafetyPlanTriggers, Severity.Red, null, []), Cast.Harbour, 5);

    public static TheoryData<int> Lines => [.. Rows.Select(r => r.Line)];

    [Theory, MemberData(nameof(Lines))]
    public void Is_as_the_table_says(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        var answered = Answered(row);
        Assert.Equal(row["answer"], answered.Decided.Refusal is { Violations: [var one] } no ? $"{Spelling.Wire(no.Reason)}: {one.Field}" : answered.Decided.Refusal is null ? "sent" : "other");
        Assert.Equal(row["sent"], answered.View?.Elements is [var told] ? told.Content!.Text : "");
        Assert.Equal(answered.View?.Elements.Select(e => e.Content), (answered.Decided.Change as SharedDirected)?.Elements.Select(e => e.Content));
    }

    [Fact]
    public void Is_the_words_and_the_number_and_nothing_else_and_rests_on_no_consent()
    {
        var answered = Answered(Rows[0]);
        var view = answered.View!;
        Assert.Equal((Words.Type, Severity.Red, "999 0707", null, DirectedFrom.Alert), (view.Type, view.Severity, view.Number, view.UnderConsent, view.Directed));
        Assert.Equal(CategorySet.Of(Category.InformeeMessage), view.Told());
        Assert.Null(view.Plan ?? (object?)view.Facts ?? view.Description);
        var sent = answered.Decided.MustCommit<SharedDirected>();
        Assert.Equal((Words.Type, null, Grandmother.Carrying), (sent.Type, sent.Plan, sent.Recipient));
        Assert.Equal(ConsentState.Withdrawn, answered.Consent);
    }

    private static Directed Answered(DecisionRow row)
    {
        var restrictions = Restrained.Read(row["kept"], Cast.Harbour, Cast.Riverside);
        var mother = Since(row["since"], row["consent"]) with { Restrictions = restrictions };
        var to = new Recipient(Grandmother.Carrying, null, PersonKind.Adult, new PersonId(0, 9), Route.Informee, []) { Restrictions = restrictions };
        var asks = AskedDecision.Of(to, Grandmother.Id, Because.NoConsent, Words.Type, Sign.Version);
        ImmutableArray<ElementId> picked = row["picked"] switch
        {
            "" => [],
            "words" => [Grandmother.Element],
            _ => [new ElementId(99)],
        };
        var why = new JustificationDraft(row["ground"].Length == 0 ? 0 : (int)Spelling.Read<StatutoryGround>(row["ground"]), row["need"], row["test"], 0, 0);
        return DirectedAnswer.Decide(
            new SendDirected(new AskedItem(Book.TeamOf(Cast.Harbour), 1, 0), asks, picked, why), mother, Sign, row.IsYes("answered before"),
            SharingPolicy.Directed(Cast.Harbour, to, Grandmother.Register), Cast.Now, PersonSight.OfTeam(mother, PersonKind.Adult, Cast.Harbour, Grandmother.Carrying, Grandmother.Register));
    }

    private static Person Since(string what, string consent)
    {
        var mother = consent.Length == 0 ? Grandmother.Mother : Grandmother.Mother.With(i => i.Consenting(Spelling.Read<ConsentState>(consent)));
        return what switch
        {
            "" => mother,
            "other words are agreed" => mother.With(i => i with { Terms = i.Terms with { Words = "She is in hospital." } }),
            "it is ended" => mother with { Informees = [] },
            "the plan has ended" => mother with { Plans = [Grandmother.Safety with { State = PlanState.Ended }] },
            "the grandmother is no more reached" => mother with { Relationships = [Grandmother.Reached(null)] },
            "meadow reaches her" => mother with { Relationships = [Grandmother.Reached(Book.TeamOf(Cast.Meadow))] },
            "she works there" => mother with { Relationships = [Grandmother.Reached(Grandmother.Carrying, new StaffMember(Cast.Riverside, Cast.Worker))] },
            var other => throw new FormatException($"{other} has not happened"),
        };
    }
}
