using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Relationships;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Relationships;
using Hub.Domain.Tests.Sharing;

namespace Hub.Domain.Tests.Inbox;

public sealed class WhomNewsIsAbout
{
    private static readonly ElementContent Plain = new(Category.PlanContent, ElementKind.Fact, "made up");
    private static readonly ElementContent Named = Plain with { About = new ElementAbout(Subject: false, [Kin.Id(1)], CauseUnknown: false, []) };
    private static readonly ElementSight Hiding = ElementSight.Of(
        Kin.All(Kin.Of(RelationshipType.Father, staff: new StaffMember(Cast.Harbour, Cast.Worker))), Onlooker.Reader(Cast.CallerOf(Cast.Harbour)));

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void Moves_nothing_for_who_is_not_told_it_when_that_is_all_that_was_changed(bool seesFamily, int elements)
        => Assert.Equal(elements, Of(seesFamily, Plain, Named).View?.Elements.Length ?? 0);

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, true)]
    public void Is_told_by_its_own_category(bool seesFamily, bool? told) => Assert.Equal(told, Of(seesFamily, null, Named).View!.ShowsAbout);

    [Fact]
    public void Is_hidden_with_its_because_and_what_was_seen_before_is_gone()
    {
        var added = Of(seesFamily: true, null, Named, Hiding);
        Assert.Null(added.View);
        Assert.Equal(new HiddenElement(new ElementId(1), Because.AboutYou), Assert.Single(added.Hidden));
        Assert.Equal(ElementAct.Remove, Assert.Single(Of(seesFamily: true, Plain, Named, Hiding).View!.Elements).Act);
        Assert.Equal(ElementAct.Add, Assert.Single(Of(seesFamily: true, Named, Plain, Hiding).View!.Elements).Act);
    }

    [Fact]
    public void Takes_access_away_whenever_it_is_recorded_or_ended()
    {
        Assert.True(PersonGround.IsNarrowedBy(Person.Empty, new RelationshipRecorded(Kin.Id(1), Kin.Of(RelationshipType.Father))));
        Assert.True(PersonGround.IsNarrowedBy(Person.Empty, new RelationshipEnded(Kin.Id(1), "")));
    }

    private static Cut Of(bool seesFamily, ElementContent? before, ElementContent? after, ElementSight? sight = null)
    {
        var shown = CategorySet.Of(Category.PlanContent);
        var verdict = new Verdict(
            Because.Agreement, seesFamily ? shown.Or(CategorySet.Of(Category.FamilyRelationships)) : shown, Untagged: false, NeedsDecision: false, Basis.Of([]));
        var news = new News(
            "plan.changed", Category.PlanTypeAndDates, Severity.Green, Cast.Riverside, Purpose.Safeguard, null, null, null, null, null,
            [new NewsElement(new ElementId(1), before, after)], OnlyElements: true);
        return Cut.Of(news, verdict, Book.Recipient(Book.TeamOf(Cast.Harbour), Role.CareCoordinator), sight);
    }
}
