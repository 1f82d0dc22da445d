using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Relationships;
using Hub.Domain.Sharing;
using Hub.Domain.Tests.Relationships;

namespace Hub.Domain.Tests.Inbox;

public sealed class TheDesignatedOfficer
{
    private static readonly Person Child = Person.Empty with
    {
        Relationships = Kin.All(
            Kin.Of(RelationshipType.FosterCarer), Kin.Of(RelationshipType.Mother), Kin.Of(RelationshipType.Other, staff: new StaffMember(Cast.Meadow, Cast.Worker))),
    };

    [Theory]
    [InlineData(1, "allegation.against-carer")]
    [InlineData(2, "")]
    [InlineData(3, "allegation.against-worker")]
    public void Hears_of_an_allegation_about_a_carer_or_a_practitioner(int named, string type)
        => Assert.Equal(type, Of(Allegation(1, named))?.Type ?? "");

    [Fact]
    public void Hears_of_the_allegation_alone_and_at_least_within_hours()
    {
        var view = Of(Allegation(1, 1), Allegation(2, 2), Allegation(3, 1) with { After = Allegation(3, 1).After! with { Kind = ElementKind.Fact } })!;
        Assert.Equal(new ElementId(1), Assert.Single(view.Elements).Element);
        Assert.Equal(Severity.Amber, view.Severity);
        Assert.True(view.ShowsAbout);
    }

    [Fact]
    public void Hears_nothing_through_a_team_in_which_the_one_who_is_named_holds_a_role()
        => Assert.Null(OfficersNews.Of(
            News(Allegation(1, 3)), Child, PersonKind.Child, Kin.Self, ElementSight.Of(Child.Relationships, Onlooker.Reader(Cast.CallerOf(Cast.Meadow)))));

    private static View? Of(params NewsElement[] elements) => OfficersNews.Of(News(elements), Child, PersonKind.Child, Kin.Self, ElementSight.Whole);

    private static News News(params NewsElement[] elements) => new(
        "plan.changed", Category.PlanTypeAndDates, Severity.Green, Cast.Riverside, Purpose.Safeguard, null, null, null, null, null, [.. elements], OnlyElements: true);

    private static NewsElement Allegation(int id, int named) => new(
        new ElementId((UInt128)id), null,
        new ElementContent(Category.PlanContent, ElementKind.Allegation, "made up", new ElementAbout(Subject: true, [], CauseUnknown: false, [Kin.Id(named)])));
}
