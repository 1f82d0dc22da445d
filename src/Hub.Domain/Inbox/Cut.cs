using System.Collections.Immutable;
using System.Runtime.InteropServices;
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

    /// <summary>Elements that it does not show though their category would be shown, each with its because. On record only.</summary>
    public ImmutableArray<HiddenElement> Hidden { get; init; } = [];

    private const string ElementStale = "plan.link-element-stale";

    /// <summary>Cuts news by a verdict. Pieces are the elements, and the type with the plan's dates. What the recipient may not see leaves no
    /// trace but <c>more_exists</c>, and that only where existence may be told. Source: sharing rules, "What is seen".</summary>
    public static Cut Of(News news, Verdict verdict, Recipient recipient, ElementSight? sight = null, ImmutableHashSet<ElementId>? leaking = null)
    {
        var (shown, withheld, sees) = (default(CategorySet), 0, sight ?? ElementSight.Whole);
        var showsAbout = verdict.Shows(Category.FamilyRelationships);
        ImmutableArray<HiddenElement> hidden = [];

        // Made to measure and not looked at through lambdas, for this is done for each recipient of each event.
        var (changes, kept, isStale, tellsAbout) = (new ElementChange[news.Elements.Length], 0, false, false);
        foreach (var element in news.Elements)
        {
            var leaks = leaking?.Contains(element.Id) == true;
            if ((Visible(element.After, verdict) ?? Visible(element.Before, verdict)) is { } would && (sees.Hides(would) ?? (leaks ? Because.LeakGuard : null)) is { } because)
            {
                hidden = hidden.Add(new HiddenElement(element.Id, because));
            }

            var (before, after) = (Visible(element.Before, verdict, sees), leaks ? null : Visible(element.After, verdict, sees));
            if (before is null && after is null)
            {
                withheld++;
                continue;
            }

            // Whom it is about may be all that was changed.
            if (!showsAbout && before is not null && after is not null && before != after && before with { About = null } == after with { About = null })
            {
                withheld++;
                continue;
            }

            withheld += (element.Before is not null && before is null) || (element.After is not null && after is null) ? 1 : 0;

            // That something she saw under a category is gone, or is another's now, tells of that category too.
            shown = shown.Or(CategoryOf(before)).Or(CategoryOf(after));
            changes[kept++] = new ElementChange(after is null ? ElementAct.Remove : before is null ? ElementAct.Add : ElementAct.Replace, element.Id, after);
            isStale |= recipient.Copied.Contains(element.Id);
            tellsAbout |= showsAbout && after?.About is not null;
        }

        var showsType = verdict.Shows(news.Category);
        withheld += showsType ? 0 : 1;
        var mayHear = showsType || kept > 0 || verdict.MayHearOfMore;

        // Nothing at all moved for a recipient who sees the type only because it sees the plan's dates. A start or an end moves them: were it
        // kept back because of elements that she may not see, their being there would show.
        var nothingMoved = kept == 0 && news.OnlyElements && !verdict.MayHearOfMore;
        if (!mayHear || nothingMoved)
        {
            return new Cut(verdict.NeedsDecision ? VerdictKind.NeedsDecision : VerdictKind.Deny, null, default, withheld) { Hidden = hidden };
        }

        var view = new View(
            !showsType ? RecordUpdated : isStale ? ElementStale : news.Type,
            isStale && news.Severity > Severity.Amber ? Severity.Amber : news.Severity,
            news.Holder,
            recipient.Kind,
            news.Link,
            kept > 0 || showsType ? news.Plan : null,
            verdict.Shows(Category.PlanTypeAndDates) ? news.Facts : null,
            showsType ? news.From : null,
            showsType ? news.Asked : null,
            ImmutableCollectionsMarshal.AsImmutableArray(kept == changes.Length ? changes : changes[..kept]),
            withheld > 0 && verdict.MayHearOfMore,
            showsType && news.Category != Category.PlanTypeAndDates ? news.Category : null,
            ShowsAbout: tellsAbout ? true : null);
        return new Cut(withheld == 0 ? VerdictKind.Permit : VerdictKind.Part, view, showsType ? shown.Or(CategorySet.Of(news.Category)) : shown, withheld)
        {
            Hidden = hidden,
        };
    }

    private static CategorySet CategoryOf(ElementContent? content) => content?.Category is { } category ? CategorySet.Of(category) : default;

    private static ElementContent? Visible(ElementContent? content, Verdict verdict, ElementSight sight) => sight.Lets(content) ? Visible(content, verdict) : null;

    private static ElementContent? Visible(ElementContent? content, Verdict verdict)
        => content is not null && verdict.Shows(content.Category) ? content : null;
}
