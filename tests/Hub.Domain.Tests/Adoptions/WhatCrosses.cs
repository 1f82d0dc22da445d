using System.Collections.Immutable;
using Hub.Domain.Adoptions;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Plans;
using Hub.Domain.Tests.Sharing;

namespace Hub.Domain.Tests.Adoptions;

public sealed class WhatCrosses
{
    private const string Document = "what-crosses.md";
    private static readonly TeamId Team = TeamId.TryParse("riverside/adoption")!;
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read(Document);
    private static readonly ImmutableArray<Plan> Plans = Paper.Active(2);

    public static TheoryData<int> Lines => [.. Rows.Where(r => r.Cells.ContainsKey("proposes")).Select(r => r.Line)];

    [Theory, MemberData(nameof(Lines))]
    public void Is_as_the_table_says(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        var proposed = Propose(row["proposes"], Spelling.Read<Category>(row["category"]), row.IsYes("tells") ? [0] : []);
        Assert.Equal(row["proposed"], proposed.Refusal is { } no ? Spelling.Wire(no.Reason) : "waits");
        if (proposed.Change is null || row["confirms"].Length == 0)
        {
            Assert.Equal("", row["confirmed"]);
            return;
        }

        var waits = After([], proposed.Change);
        var confirmed = new ConfirmCrossing(new CrossingId(9)).Decide(
            Plans, waits, Called(row["confirms"]), _ => Holds(row["confirms"]), waits[0].At.Plus(TimeSpan.FromDays(int.Parse(row["after days"], System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal(row["confirmed"], confirmed.Refusal is { } refusal ? Spelling.Wire(refusal.Reason) : "written");
    }

    [Fact]
    public void Is_of_these_categories_and_no_others()
    {
        var crosses = Rows.Where(r => r.Cells.ContainsKey("crosses")).Select(r => Spelling.Read<Category>(r["crosses"])).ToList();
        Assert.All(Enum.GetValues<Category>(), category => Assert.Equal(
            crosses.Contains(category) ? null : "elements[0].category", Propose("Ash", category, []).Refusal?.Violations[0].Field));
        Propose("Ash", (Category)0, []).MustRefuse(RefusalReason.InvalidElement, "elements[0].category");
    }

    [Fact]
    public void Is_written_once_as_new_elements_of_the_own_plan_and_says_nothing_of_whence_it_is()
    {
        var waits = After([], Propose("Ash", Category.HealthPhysical, []).Change!);
        var written = Confirm(waits).MustCommit<PlanChanged>();
        Assert.Equal((Paper.Id, 2), (written.Plan, written.Revision));
        var plans = PlanFold.Apply(Plans, Cast.Happened(written));
        Assert.Equal(new ElementContent(Category.HealthPhysical, ElementKind.Fact, "made up"), plans[0].Elements[^1].Content);
        Assert.Null(plans[0].Elements[^1].Origin);
        Assert.Empty(After(waits, written));
        new ConfirmCrossing(new CrossingId(9)).Decide(plans, After(waits, written), Called("Birch"), _ => true, Cast.Now).MustRefuse(RefusalReason.NotKnown);
    }

    [Fact]
    public void Names_nobody_and_goes_into_an_own_open_plan_with_room()
    {
        var about = new ElementDraft((int)Category.HealthPhysical, (int)ElementKind.Fact, "made up", new AboutDraft(Subject: true, [], CauseUnknown: false, []));
        Propose("Ash", about, Plans).MustRefuse(RefusalReason.InvalidElement, "elements[0].about");
        var good = about with { About = null };
        Propose("Ash", good, []).MustRefuse(RefusalReason.NotKnown);
        Propose("Ash", good, Paper.Ended()).MustRefuse(RefusalReason.StateConflict, "plan_id");
        Propose("Ash", good, Paper.Active(Plan.MaxElements)).MustRefuse(RefusalReason.TooLarge, "elements");
        var waits = After([], Propose("Ash", good, Plans).Change!);
        new ConfirmCrossing(new CrossingId(9)).Decide(Paper.Ended(), waits, Called("Birch"), _ => true, Cast.Now).MustRefuse(RefusalReason.StateConflict, "crossing_id");
        new ConfirmCrossing(new CrossingId(9)).Decide(Paper.Active(Plan.MaxElements), waits, Called("Birch"), _ => true, Cast.Now).MustRefuse(RefusalReason.TooLarge, "crossing_id");
    }

    [Fact]
    public void Is_at_most_sixteen_at_once_and_what_has_waited_too_long_makes_room()
    {
        var one = new Crossing(new CrossingId(1), Paper.Id, Team, Cast.Worker, Cast.Now, [new WrittenElement(new ElementId(70), new ElementContent(Category.HealthPhysical, ElementKind.Fact, "x"))]);
        ImmutableArray<Crossing> full = [.. Enumerable.Repeat(one, Crossing.Most)];
        Command(Paper.Good with { Category = (int)Category.HealthPhysical }).Decide(Plans, full, Called("Ash"), holdsRole: true, [], Cast.Now).MustRefuse(RefusalReason.TooLarge, "to_person");
        var later = Cast.Now.Plus(Crossing.Waits);
        var proposed = Command(Paper.Good with { Category = (int)Category.HealthPhysical }).Decide(Plans, full, Called("Ash"), holdsRole: true, [], later).MustCommit<CrossingProposed>();
        Assert.Single(CrossingFold.Apply(full, new Happened(9, later, Cast.Riverside, Cast.Worker, proposed)));
        (Command(Paper.Good) with { Elements = [] }).Decide(Plans, [], Called("Ash"), holdsRole: true, [], Cast.Now).MustRefuse(RefusalReason.InvalidField, "elements");
    }

    private static Decided Propose(string who, Category category, ImmutableArray<int> telling)
        => Command(new ElementDraft((int)category, (int)ElementKind.Fact, "made up")).Decide(Plans, [], Called(who), Holds(who), telling, Cast.Now);

    private static Decided Propose(string who, ElementDraft draft, ImmutableArray<Plan> plans) => Command(draft).Decide(plans, [], Called(who), Holds(who), [], Cast.Now);

    private static ProposeCrossing Command(ElementDraft draft) => new(new CrossingId(9), Team, Paper.Id, [new DraftedElement(new ElementId(77), draft)]);

    private static Decided Confirm(ImmutableArray<Crossing> waits) => new ConfirmCrossing(new CrossingId(9)).Decide(Plans, waits, Called("Birch"), t => t == Team, Cast.Now);

    private static Caller Called(string who)
        => new(Cast.Riverside, Named(who), RequestId.TryParse("request-1"), ValidateOnly: false, who.Split(" for ") is [_, var other] ? Named(other) : null);

    private static PractitionerId Named(string who) => PractitionerId.TryParse($"SW-{who.Split(' ')[0].ToUpperInvariant()}")!;

    private static bool Holds(string who) => !who.EndsWith("without the role", StringComparison.Ordinal);

    private static ImmutableArray<Crossing> After(ImmutableArray<Crossing> waits, IEvent change)
        => CrossingFold.Apply(waits, new Happened(2, Cast.Now, Cast.Riverside, Called("Ash").Practitioner, change));
}
