using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Circles;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Links;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Links;
using Hub.Domain.Tests.People;
using Hub.Domain.Tests.Plans;

namespace Hub.Domain.Tests.Inbox;

public sealed class NewsOfAPerson
{
    private static readonly Verdict All = new(Because.OwnAgency, CategorySet.All, Untagged: true, NeedsDecision: false, Basis.Of([]));
    private static readonly Recipient Recipient = new(Tie.Riverside, Role.LeadSocialWorker, PersonKind.Child, Tie.Child, Route.Circle, []);
    private static readonly Person Known = Person.Empty with { Kind = PersonKind.Adult, Plans = Paper.Active(2) };

    [Fact]
    public void Is_not_made_of_what_stays_with_one_side()
    {
        IEvent[] silent =
        [
            new LinkDeclined(Tie.Id, Tie.Riverside, PersonKind.Adult, Tie.Adult, Tie.Harbour, ""),
            new MemberAdded(Tie.Riverside, Role.TeamManager),
            new MemberProposed(Tie.Riverside, Role.TeamManager),
            new MemberEnded(Tie.Riverside, Role.TeamManager, MemberState.Active, Cast.Riverside, ""),
            new PersonRegistered(PersonKind.Adult, new IdentityRecord("Testerton", [], null, null, [])),
        ];
        Assert.All(silent, e => Assert.Null(PersonNews.Of(Known, e, Cast.Riverside)));
    }

    [Fact]
    public void Tells_who_asks_and_who_is_asked_from_either_side()
    {
        var proposed = Of(new LinkProposed(Tie.Id, Paper.Id, Tie.Harbour, PersonKind.Child, Tie.Child, Tie.Riverside));
        var accepted = Of(new LinkAccepted(Tie.Id, Paper.Id, Tie.Riverside, PersonKind.Adult, Tie.Adult, Tie.Harbour));
        Assert.Equal((Tie.Harbour, Tie.Riverside, Severity.Amber), (proposed.From, proposed.Asked, proposed.Severity));
        Assert.Equal((Tie.Harbour, Tie.Riverside, Severity.Green), (accepted.From, accepted.Asked, accepted.Severity));
        Assert.Equal((Tie.Id, Paper.Id, PlanType.Safety), (accepted.Link, accepted.Plan, accepted.Facts?.Type));
    }

    [Fact]
    public void Of_a_link_that_ended_names_no_plan_and_no_words()
    {
        var ended = Of(new LinkEnded(Tie.Id, "words of one side"));
        Assert.Equal((Tie.Id, null, null, null, null), (ended.Link, ended.Plan, ended.Facts, ended.From, ended.Asked));
        Assert.DoesNotContain("words", System.Text.Json.JsonSerializer.Serialize(ViewOf(ended), OutwardJson.Default.View), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_plan_that_ended_has_its_state_and_last_day_and_not_the_words()
    {
        var ended = Of(new PlanEnded(Paper.Id, 2, PlanState.Revoked, new DateOnly(2026, 4, 1), "words of one side"));
        Assert.Equal(new PlanFacts(PlanType.Safety, PlanState.Revoked, new DateOnly(2026, 3, 2), new DateOnly(2026, 4, 1)), ended.Facts);
        Assert.DoesNotContain("words", System.Text.Json.JsonSerializer.Serialize(ViewOf(ended), OutwardJson.Default.View), StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_and_taken_in_order_adds_up_to_what_of_the_plan_the_recipient_may_see()
        => Gen.Select(Moves.History, Gen.Enum<Category>().Array[0, 21], Gen.Bool).Sample((moves, categories, untagged) =>
        {
            var history = History.Of(moves);
            var verdict = All with { Categories = CategorySet.Of(categories), Untagged = untagged };
            foreach (var plan in history.Person.Plans)
            {
                var told = history.Steps.Where(s => s.Happened.Agency == plan.Agency).Select(s => PersonNews.Of(s.Before, s.Happened.Content, plan.Agency))
                    .Where(n => n?.Plan == plan.Id).SelectMany(n => Cut.Of(n!, verdict, Recipient).View?.Elements ?? []);
                var seen = new Dictionary<ElementId, ElementContent>();
                foreach (var change in told)
                {
                    Assert.Equal(change.Act == ElementAct.Add, !seen.Remove(change.Element));
                    if (change.Content is { } content)
                    {
                        seen[change.Element] = content;
                    }
                }

                Assert.Equal(
                    plan.Elements.Where(e => verdict.Shows(e.Content.Category)).Select(e => (e.Id, e.Content)).OrderBy(e => e.Id.Value),
                    seen.Select(e => (e.Key, e.Value)).OrderBy(e => e.Key.Value));
            }
        });

    private static News Of(IEvent change) => PersonNews.Of(Known, change, Cast.Riverside)!;

    private static View ViewOf(News news) => Cut.Of(news, All, Recipient).View!;
}
