using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.People;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;

namespace Hub.Domain.Tests.Sharing;

/// <summary>What happens to a plan as a table tells it: <c>– → plan-content</c>, or the type of an alert. Through the person and its event, so that
/// what makes news of an event is shown too.</summary>
internal static class WhatHappens
{
    public static readonly PlanId Plan = new(1);

    public static (Person Before, IEvent Change) Event(DecisionRow row, AgencyId holder, Sector sector)
    {
        var pairs = Spelling.Split(row["elements"], ';').Select(e => e.Split(" → ")).Select((e, i) => (Id: Element(i), Before: Content(e[0]), After: Content(e[1]))).ToList();
        var start = new PlanStarted(Plan, PlanType.ChildInNeed, new DateOnly(2026, 1, 5), null, [.. pairs.Where(p => p.Before is not null).Select(p => new WrittenElement(p.Id, p.Before!))]);
        var before = Person.Empty.Apply(Cast.Happened(start, holder));
        return (
            before,
            row["event"] switch
            {
                "plan.started" => start with { Elements = [.. pairs.Select(p => new WrittenElement(p.Id, p.After!))] },
                "plan.ended" => new PlanEnded(Plan, 2, PlanState.Ended, new DateOnly(2026, 3, 1), ""),
                "" => new PlanChanged(Plan, 2, [.. pairs.Select(p => new ElementChange(Act(p.Before, p.After), p.Id, p.After))]),
                var word when Enum.GetValues<AlertType>().Any(t => StoredWord.Of(t) == word) => new RaiseAlert(
                    (int)Spelling.Read<AlertType>(word), (int)Severity.Red, null,
                    [.. pairs.Select(p => new DraftedElement(p.Id, new ElementDraft((int)(p.After!.Category ?? default), (int)p.After.Kind, p.After.Text)))])
                    .Decide(sector).MustCommit<AlertRaised>(),
                var other => throw new FormatException($"line {row.Line}: {other} is no event of these tables"),
            });
    }

    public static ElementId Element(int place) => new((UInt128)place + 1);

    public static ElementContent? Content(string word)
        => word == "–" ? null : new ElementContent(word == "untagged" ? null : Spelling.Read<Category>(word), ElementKind.Fact, "made up");

    public static string Word(ElementContent? content) => content is null ? "–" : content.Category is { } category ? StoredWord.Of(category) : "untagged";

    public static string Words(CategorySet set) => string.Join(", ", set.ToArray().Select(StoredWord.Of));

    private static ElementAct Act(ElementContent? before, ElementContent? after) => after is null ? ElementAct.Remove : before is null ? ElementAct.Add : ElementAct.Replace;
}
