using System.Collections.Immutable;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Sharing;

namespace Hub.Domain.Inbox;

/// <summary>What is left of news for one recipient.</summary>
/// <param name="Kind">Permit, part, deny or needs-decision.</param>
/// <param name="View">What the recipient sees; null when there is nothing to deliver.</param>
/// <param name="Shown">Categories that it shows.</param>
/// <param name="Withheld">How many pieces it does not show. On record only, never on the wire.</param>
public sealed record Cut(VerdictKind Kind, View? View, CategorySet Shown, int Withheld)
{
    /// <summary>An alert type that tells nothing but that something changed.</summary>
    public const string RecordUpdated = "record.updated";

    private const string ElementStale = "plan.link-element-stale";

    /// <summary>Cuts news by a verdict. Pieces are the elements, and the type with the plan's dates. What the recipient may not see leaves no
    /// trace but <c>more_exists</c>, and that only where existence may be told. Source: sharing rules, "What is seen".</summary>
    public static Cut Of(News news, Verdict verdict, Recipient recipient)
    {
        var (elements, shown, withheld) = (ImmutableArray.CreateBuilder<ElementChange>(), default(CategorySet), 0);
        foreach (var element in news.Elements)
        {
            var (before, after) = (Visible(element.Before, verdict), Visible(element.After, verdict));
            if (before is null && after is null)
            {
                withheld++;
                continue;
            }

            withheld += (element.Before is not null && before is null) || (element.After is not null && after is null) ? 1 : 0;

            // That something she saw under a category is gone, or is another's now, tells of that category too.
            shown = shown.Or(CategoryOf(before)).Or(CategoryOf(after));
            elements.Add(new ElementChange(
                after is null ? ElementAct.Remove : before is null ? ElementAct.Add : ElementAct.Replace, element.Id, after));
        }

        var showsType = verdict.Shows(news.Category);
        withheld += showsType ? 0 : 1;
        var mayHear = showsType || elements.Count > 0 || verdict.MayHearOfMore;

        // Nothing at all moved for a recipient who sees the type only because it sees the plan's dates. A start or an end moves them: were it
        // kept back because of elements that she may not see, their being there would show.
        var nothingMoved = elements.Count == 0 && news.OnlyElements && !verdict.MayHearOfMore;
        if (!mayHear || nothingMoved)
        {
            return new Cut(verdict.NeedsDecision ? VerdictKind.NeedsDecision : VerdictKind.Deny, null, default, withheld);
        }

        var isStale = elements.Any(e => recipient.Copied.Contains(e.Element));
        var view = new View(
            !showsType ? RecordUpdated : isStale ? ElementStale : news.Type,
            isStale && news.Severity > Severity.Amber ? Severity.Amber : news.Severity,
            news.Holder,
            recipient.Kind,
            news.Link,
            elements.Count > 0 || showsType ? news.Plan : null,
            verdict.Shows(Category.PlanTypeAndDates) ? news.Facts : null,
            showsType ? news.From : null,
            showsType ? news.Asked : null,
            elements.ToImmutable(),
            withheld > 0 && verdict.MayHearOfMore,
            showsType && news.Category != Category.PlanTypeAndDates ? news.Category : null);
        return new Cut(withheld == 0 ? VerdictKind.Permit : VerdictKind.Part, view, showsType ? shown.Or(CategorySet.Of(news.Category)) : shown, withheld);
    }

    private static CategorySet CategoryOf(ElementContent? content) => content?.Category is { } category ? CategorySet.Of(category) : default;

    private static ElementContent? Visible(ElementContent? content, Verdict verdict)
        => content is not null && verdict.Shows(content.Category) ? content : null;
}
