using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.People;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Plans;

namespace Hub.Domain.Tests.Alerts;

public sealed class RaisingAnAlert
{
    private static readonly ElementDraft Words = new((int)Category.HealthMental, (int)ElementKind.Observation, "slept two hours");
    private static readonly RaiseAlert Admission = new((int)AlertType.Admission, (int)Severity.Red, Paper.Id, [Paper.Drafted(1, Words)]);

    [Fact]
    public void Says_what_happened_how_urgent_it_is_and_about_which_plan()
    {
        var raised = Admission.Decide(Sector.Hospital).MustCommit<AlertRaised>();
        Assert.Equal((AlertType.Admission, Category.HealthPhysical, Severity.Red, Paper.Id), (raised.Type, raised.Category, raised.Severity, raised.Plan));
        Assert.Equal("slept two hours", Assert.Single(raised.Elements).Content.Text);
    }

    [Theory]
    [InlineData(AlertType.RelapseEarlySign)]
    [InlineData(AlertType.RelapseConfirmed)]
    [InlineData(AlertType.SafetyPlanTriggered)]
    public void Tells_of_a_safety_plans_triggers_by_its_type_whoever_says_it(AlertType type)
        => Assert.All(Enum.GetValues<Sector>(), sector => Assert.Equal(Category.SafetyPlanTriggers, AlertTypes.CategoryOf(type, sector)));

    [Fact]
    public void Makes_news_with_its_own_urgency_and_nothing_of_the_plan_but_its_name()
    {
        var news = PersonNews.Of(Person.Empty, Admission.Decide(Sector.AdultMentalHealth).Change!, Cast.Harbour)!;
        Assert.Equal(("admission", Category.HealthMental, Severity.Red, Cast.Harbour), (news.Type, news.Category, news.Severity, news.Holder));
        Assert.Equal((Paper.Id, null, null), (news.Plan, news.Facts, news.Link));
    }

    [Fact]
    public void Is_refused_by_all_that_is_wrong_with_it()
        => new RaiseAlert(99, 0, null, [Paper.Drafted(0, Words with { Kind = 0 }), Paper.Drafted(1, Words with { Text = "" })]).Decide(Sector.Police)
            .MustRefuse(RefusalReason.InvalidField, "type", "severity", "elements[0].kind", "elements[1].text");

    [Fact]
    public void Takes_sixteen_elements_and_no_more()
    {
        Assert.Equal(16, With(16).Decide(Sector.Police).MustCommit<AlertRaised>().Elements.Length);
        With(17).Decide(Sector.Police).MustRefuse(RefusalReason.TooLarge, "elements");
    }

    [Fact]
    public void Leaves_the_type_where_its_category_is_still_seen_when_it_is_decided_again_and_takes_it_where_it_is_not()
    {
        var recipient = new Recipient(TeamId.TryParse("riverside/team")!, Role.LeadSocialWorker, PersonKind.Child, default, Route.Link, []);
        var news = PersonNews.Of(Person.Empty, Admission.Decide(Sector.Hospital).Change!, Cast.Harbour)!;
        var view = Cut.Of(news, new Verdict(Because.OwnAgency, CategorySet.All, Untagged: true, NeedsDecision: false, Basis.Of([])), recipient).View!;
        var type = Narrowed(view, Category.HealthPhysical)!;
        Assert.Equal(("admission", 0, Category.HealthPhysical), (type.Type, type.Elements.Length, type.TypeCategory));
        var words = Narrowed(view, Category.HealthMental)!;
        Assert.Equal((Cut.RecordUpdated, 1, null), (words.Type, words.Elements.Length, words.TypeCategory));
        Assert.Null(Narrowed(view, Category.PlanTypeAndDates));
    }

    private static View? Narrowed(View view, Category seen)
        => new Again(Because.Agreement, CategorySet.Of(seen), Untagged: false, Basis.Of([]), IsRecipient: true, []).Narrow(view);

    private static RaiseAlert With(int elements) => Admission with { Elements = [.. Enumerable.Range(0, elements).Select(i => Paper.Drafted(i, Words))] };
}
