using System.Collections.Immutable;
using Hub.Domain.Agreements;
using Hub.Domain.Identity;
using Hub.Domain.Links;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Plans;

/// <summary>An element that was delivered by a link, taken into the own plan. Source: sharing rules, "Every element has an origin".</summary>
public sealed class CopyingAnElement
{
    private static readonly PersonId Mother = new(0, 1);
    private static readonly ElementContent Content = new(Category.HealthMental, ElementKind.Fact, "Reviews every month.");
    private static readonly DeliveredElement Delivered = new(Cast.Harbour, PersonKind.Adult, Mother, Paper.Element(900), Content, Cast.Now);
    private static readonly LinkHalf Link = new(
        new LinkId(7), HalfState.Accepted, Paper.Id, TeamId.TryParse("riverside/team")!, PersonKind.Adult, Mother, TeamId.TryParse("harbour/team")!, Cast.Now);

    [Fact]
    public void Names_where_it_comes_from_and_adopting_it_again_brings_the_same_copy_up_to_date()
    {
        var first = Adopt(Paper.Active(1), 1, Delivered).MustCommit<ElementAdopted>();
        Assert.Equal(new ElementOrigin(Cast.Harbour, Link.Id, PersonKind.Adult, Mother, Paper.Element(900), Cast.Now), first.Origin);
        var plans = Paper.Active(1).After(Decided.Commit(first));
        var newer = Delivered with { Content = Content with { Text = "Reviews every week." }, RecordedAt = Cast.Now.Plus(TimeSpan.FromHours(1)) };
        var again = Adopt(plans, 2, newer, element: 51).MustCommit<ElementAdopted>();
        var copy = Assert.Single(plans.After(Decided.Commit(again))[0].Elements, e => e.Origin is not null);
        Assert.Equal((Paper.Element(50), "Reviews every week.", newer.RecordedAt), (copy.Id, copy.Content.Text, copy.Origin!.RecordedAt));
    }

    [Theory]
    [InlineData(HalfState.Ended)]
    [InlineData(HalfState.Declined)]
    public void Needs_an_open_link_of_this_plan(HalfState state)
    {
        Adopt(Paper.Active(1), 1, Delivered, [Link with { State = state }]).MustRefuse(RefusalReason.StateConflict, "delivery_id");
        Adopt(Paper.Active(1), 1, Delivered, [Link with { Plan = new PlanId(2) }]).MustRefuse(RefusalReason.StateConflict, "delivery_id");
        Adopt(Paper.Active(1), 1, Delivered with { Person = new PersonId(0, 9) }).MustRefuse(RefusalReason.StateConflict, "delivery_id");
        Adopt(Paper.Active(1), 1, Delivered with { Holder = Cast.Meadow }).MustRefuse(RefusalReason.StateConflict, "delivery_id");
    }

    [Fact]
    public void Is_refused_where_its_author_says_that_it_is_not_passed_on_and_taken_where_nothing_is_said()
    {
        Adopt(Paper.Active(1), 1, Delivered with { Content = Content with { Handling = new ElementHandling(null, null, Onward: false, null) } })
            .MustRefuse(RefusalReason.InvalidElement, "element_id");
        Adopt(Paper.Active(1), 1, Delivered with { Content = Content with { Handling = new ElementHandling(null, null, Onward: true, null) } }).MustCommit<ElementAdopted>();
        Adopt(Paper.Active(1), 1, Delivered with { Content = Content with { Handling = new ElementHandling(true, null, null, null) } }).MustCommit<ElementAdopted>();
    }

    [Fact]
    public void Is_refused_as_a_revision_is_and_where_nothing_is_left_to_copy()
    {
        Adopt(Paper.Active(1), 2, Delivered).MustRefuse(RefusalReason.StaleVersion, "etag");
        Adopt(Paper.Ended(), 2, Delivered).MustRefuse(RefusalReason.StateConflict, "plan_id");
        new AdoptElement(Paper.Id, 1, Paper.Element(50), Delivered).Decide(Paper.Active(1), [Link], Cast.CallerOf(Cast.Meadow)).MustRefuse(RefusalReason.NotKnown);
        Adopt(Paper.Active(1), 1, Delivered with { Content = null }).MustRefuse(RefusalReason.InvalidElement, "element_id");
        Adopt(Paper.Active(64), 1, Delivered).MustRefuse(RefusalReason.TooLarge, "element_id");
    }

    [Fact]
    public void Leaves_its_content_to_the_origin()
    {
        var plans = Paper.Active(1).After(Adopt(Paper.Active(1), 1, Delivered));
        new RevisePlan(Paper.Id, 2, [Paper.Replace(50)]).Decide(plans, Cast.CallerOf(Cast.Riverside)).MustRefuse(RefusalReason.InvalidElement, "operations[0].element_id");
        new RevisePlan(Paper.Id, 2, [Paper.Remove(50)]).Decide(plans, Cast.CallerOf(Cast.Riverside)).MustCommit<PlanChanged>();
    }

    [Fact]
    public void Is_kept_only_with_a_because_and_only_against_what_was_delivered()
    {
        var plans = Paper.Active(1).After(Adopt(Paper.Active(1), 1, Delivered));
        var later = Delivered with { RecordedAt = Cast.Now.Plus(TimeSpan.FromHours(2)) };
        Assert.Equal(later.RecordedAt, Keep(plans, 50, "The clinic is closed.", later).MustCommit<ElementKept>().RecordedAt);
        Assert.Equal(default, Keep(plans, 50, "Gone there, needed here.", later with { Content = null }).MustCommit<ElementKept>().RecordedAt);
        Keep(plans, 50, " ", later).MustRefuse(RefusalReason.InvalidField, "because");
        Keep(plans, 1, "Not a copy.", later).MustRefuse(RefusalReason.InvalidElement, "element_id");
        Keep(plans, 50, "Other element.", later with { Element = Paper.Element(901) }).MustRefuse(RefusalReason.InvalidElement, "element_id");
    }

    private static Decided Adopt(ImmutableArray<Plan> plans, int expected, DeliveredElement delivered, ImmutableArray<LinkHalf>? links = null, int element = 50)
        => new AdoptElement(Paper.Id, expected, Paper.Element(element), delivered).Decide(plans, links ?? [Link], Cast.CallerOf(Cast.Riverside));

    private static Decided Keep(ImmutableArray<Plan> plans, int copy, string because, DeliveredElement delivered)
        => new KeepElement(Paper.Id, 2, Paper.Element(copy), [delivered], because).Decide(plans, Cast.CallerOf(Cast.Riverside));
}
