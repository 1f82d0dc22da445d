using System.Collections.Immutable;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Consents;
using Hub.Domain.Deciding;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Domain.SafetyPlans;
using Hub.Domain.Sharing;
using Hub.Domain.Tests.Relationships;

namespace Hub.Domain.Tests.SafetyPlans;

public sealed class AgreeingAnInformee
{
    private static readonly InformeeStanding Whole = new(WorksWith: true, Grandmother.Safety, Grandmother.Reached(Grandmother.Carrying));

    [Fact]
    public void Puts_the_exact_words_the_number_and_the_triggers_on_record_with_consent_given()
    {
        var told = Assert.Single(After([], Decide(Grandmother.Agree)));
        Assert.Equal(Grandmother.Told with { AgreedAt = told.AgreedAt, Consent = told.Consent }, told);
        Assert.Equal((ConsentState.Given, ConsentGiver.Adult, "What she is told, and when."), (told.Consent.State, told.Consent.By, told.Consent.Explained));
        var view = Words.Of(told, Severity.Green, PersonKind.Adult, new PersonId(0, 9));
        Assert.Equal((Words.Type, Severity.Amber, "999 0707", true), (view.Type, view.Severity, view.Number, view.UnderConsent));
        Assert.Equal(Grandmother.Words, Assert.Single(view.Elements).Content!.Text);
        Assert.Equal(CategorySet.Of(Category.InformeeMessage), view.Told());
        Assert.Equal((null, null, null, null), (view.Plan, view.Link, view.Facts, view.Description));
    }

    [Fact]
    public void Is_for_who_works_with_the_person_and_about_what_she_may_see()
    {
        Decide(Grandmother.Agree, Whole with { WorksWith = false }).MustRefuse(RefusalReason.NotKnown);
        Decide(Grandmother.Agree, Whole with { Plan = null }).MustRefuse(RefusalReason.NotKnown);
        Decide(Grandmother.Agree, Whole with { Relationship = null }).MustRefuse(RefusalReason.NotKnown);
    }

    [Fact]
    public void Asks_for_an_open_safety_plan_and_somebody_whom_a_team_reaches()
    {
        Decide(Grandmother.Agree, Whole with { Plan = Grandmother.Safety with { State = PlanState.Ended } }).MustRefuse(RefusalReason.StateConflict, "plan_id");
        Decide(Grandmother.Agree, Whole with { Plan = Grandmother.Safety with { Type = PlanType.Contingency } }).MustRefuse(RefusalReason.InvalidField, "plan_id");
        Decide(Grandmother.Agree, Whole with { Relationship = Grandmother.Reached(null) }).MustRefuse(RefusalReason.StateConflict, "relationship_id");
        Decide(Grandmother.Agree, Whole with { Relationship = Whole.Relationship! with { IsEnded = true } }).MustRefuse(RefusalReason.StateConflict, "relationship_id");
    }

    [Fact]
    public void Is_refused_by_all_that_is_wrong_with_it()
        => Decide(Grandmother.Agree with { Triggers = [99], Words = " ", Number = "none", By = 0, Explained = "" })
            .MustRefuse(RefusalReason.InvalidField, "triggers[0]", "words", "telephone_number", "consent_given_by", "consent_explained");

    [Fact]
    public void Names_at_least_one_trigger_and_each_once()
    {
        Decide(Grandmother.Agree with { Triggers = [] }).MustRefuse(RefusalReason.InvalidField, "triggers");
        Decide(Grandmother.Agree with { Triggers = [.. Enumerable.Repeat(5, 99)] }).MustRefuse(RefusalReason.TooLarge, "triggers");
        Assert.Equal(AlertType.RelapseEarlySign, Assert.Single(Decide(Grandmother.Agree with { Triggers = [5, 5] }).MustCommit<InformeeAgreed>().Terms.Triggers));
    }

    [Fact]
    public void Is_by_nobodys_consent_but_the_persons()
    {
        Decide(Grandmother.Agree with { By = (int)ConsentGiver.PersonWithParentalResponsibility }).MustRefuse(RefusalReason.InvalidField, "consent_given_by");
        var parents = Grandmother.Agree with { By = (int)ConsentGiver.PersonWithParentalResponsibility };
        Assert.NotNull(parents.Decide([], Whole, PersonKind.Child, new DateOnly(2012, 6, 1), Cast.CallerOf(Cast.Harbour), Cast.Now).Change);
    }

    [Fact]
    public void Replaces_what_was_agreed_about_the_same_and_changes_nothing_where_it_is_so_already()
    {
        var once = After([], Decide(Grandmother.Agree));
        Decide(Grandmother.Agree with { Element = new ElementId(71) }, informees: once).MustChangeNothing();
        var other = After(once, Decide(Grandmother.Agree with { Words = "She is in hospital." }, informees: once));
        Assert.Equal("She is in hospital.", Assert.Single(other).Terms.Words);
        var withdrawn = After(once, Consent(ConsentState.Withdrawn).Decide(once, true, PersonKind.Adult, null, Cast.CallerOf(Cast.Harbour), Cast.Now));
        Assert.Equal(ConsentState.Given, Assert.Single(After(withdrawn, Decide(Grandmother.Agree, informees: withdrawn))).Consent.State);
    }

    [Fact]
    public void Is_done_for_32_at_most()
    {
        ImmutableArray<Informee> full = [.. Enumerable.Range(0, 32).Select(i => Grandmother.Told with { Terms = Grandmother.Told.Terms with { Relationship = Kin.Id(100 + i) } })];
        Decide(Grandmother.Agree, informees: full).MustRefuse(RefusalReason.TooLarge, "relationship_id");
        Assert.NotNull(Decide(Grandmother.Agree, informees: full.SetItem(0, Grandmother.Told with { Holder = Cast.Meadow })).Change);
    }

    [Fact]
    public void Ends_for_who_agreed_it_and_narrows()
    {
        ImmutableArray<Informee> told = [Grandmother.Told];
        var end = new EndInformee(Grandmother.Id, "She moved.");
        end.Decide(told, worksWith: false, Cast.CallerOf(Cast.Harbour)).MustRefuse(RefusalReason.NotKnown);
        end.Decide(told, worksWith: true, Cast.CallerOf(Cast.Meadow)).MustRefuse(RefusalReason.NotKnown);
        var ended = end.Decide(told, worksWith: true, Cast.CallerOf(Cast.Harbour));
        Assert.Empty(After(told, ended));
        Assert.True(PersonGround.IsNarrowedBy(Person.Empty, ended.Change!));
    }

    [Theory]
    [InlineData(ConsentState.Given, false)]
    [InlineData(ConsentState.Refused, true)]
    [InlineData(ConsentState.Withdrawn, true)]
    public void Rests_on_consent_that_may_be_given_refused_and_withdrawn(ConsentState state, bool narrows)
    {
        ImmutableArray<Informee> told = [Grandmother.Told];
        var recorded = Consent(state).Decide(told, true, PersonKind.Adult, null, Cast.CallerOf(Cast.Harbour), Cast.Now).MustCommit<InformeeConsentRecorded>();
        Assert.Equal((state, "Not that she knows."), (Assert.Single(InformeeFold.Apply(told, Cast.Happened(recorded, Cast.Harbour))).Consent.State, recorded.Because));
        Assert.Equal(narrows, PersonGround.IsNarrowedBy(Person.Empty, recorded));
        Assert.Equal(narrows, PersonGround.IsRaisedBy(Person.Empty, recorded));

        // What one agency was told binds no other.
        Assert.Equal(told, InformeeFold.Apply(told, Cast.Happened(recorded, Cast.Meadow)));
    }

    [Fact]
    public void Rests_on_consent_that_is_refused_by_all_that_is_wrong_with_it()
    {
        ImmutableArray<Informee> told = [Grandmother.Told];
        Consent(ConsentState.Withdrawn).Decide(told, false, PersonKind.Adult, null, Cast.CallerOf(Cast.Harbour), Cast.Now).MustRefuse(RefusalReason.NotKnown);
        Consent(ConsentState.Withdrawn).Decide([], true, PersonKind.Adult, null, Cast.CallerOf(Cast.Harbour), Cast.Now).MustRefuse(RefusalReason.NotKnown);
        Refused(told, Consent(ConsentState.Sought)).MustRefuse(RefusalReason.InvalidField, "state");
        Refused(told, Consent(ConsentState.Given) with { Explained = " ", By = 0 }).MustRefuse(RefusalReason.InvalidField, "given_by", "explained");
        Refused([Grandmother.Told.Consenting(ConsentState.Refused)], Consent(ConsentState.Withdrawn)).MustRefuse(RefusalReason.StateConflict, "state");
        var withdrawn = After(told, Refused(told, Consent(ConsentState.Withdrawn)));
        Refused(withdrawn, Consent(ConsentState.Withdrawn)).MustChangeNothing();
    }

    [Fact]
    public void Asks_the_holder_with_the_words_and_the_number_under_a_name_of_its_own()
    {
        var to = new Recipient(Grandmother.Carrying, null, PersonKind.Adult, new PersonId(0, 9), Route.Informee, []);
        var asks = AskedDecision.Of(to, Grandmother.Id, Because.NoConsent, Words.Type, 5);
        var question = Question.Of(Grandmother.Told, Severity.Green, PersonKind.Adult, to.Subject, asks);
        Assert.Equal((AskedDecision.ItemType, Severity.Amber, "999 0707"), (question.Type, question.Severity, question.Number));
        Assert.Equal(Grandmother.Words, Assert.Single(question.Elements).Content!.Text);
        Assert.Equal(3, new[] { asks, asks with { Informee = Kin.Id(2) }, asks with { Informee = null } }.Select(a => Convert.ToHexString(a.FiledUnder(to.Subject))).Distinct().Count());
    }

    private static RecordInformeeConsent Consent(ConsentState state) => new(Grandmother.Id, (int)state, (int)ConsentGiver.Adult, "What she is told, and when.", "Not that she knows.");

    private static Decided Refused(ImmutableArray<Informee> informees, RecordInformeeConsent command)
        => command.Decide(informees, true, PersonKind.Adult, null, Cast.CallerOf(Cast.Harbour), Cast.Now);

    private static Decided Decide(AgreeInformee command, InformeeStanding? standing = null, ImmutableArray<Informee>? informees = null)
        => command.Decide(informees ?? [], standing ?? Whole, PersonKind.Adult, null, Cast.CallerOf(Cast.Harbour), Cast.Now);

    private static ImmutableArray<Informee> After(ImmutableArray<Informee> informees, Decided decided) => InformeeFold.Apply(informees, Cast.Happened(decided.Change!, Cast.Harbour));
}
