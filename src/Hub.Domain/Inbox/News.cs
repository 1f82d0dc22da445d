using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Links;
using Hub.Domain.Plans;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Inbox;

/// <summary>An event as somebody else might hear of it, before it is cut.</summary>
/// <param name="Type">Its alert type.</param>
/// <param name="Category">The category of the type itself.</param>
/// <param name="Severity">How urgent it is.</param>
/// <param name="Holder">Whose information it is.</param>
/// <param name="Purpose">What it passes for.</param>
/// <param name="Plan">The plan it is about.</param>
/// <param name="Facts">The plan's type and dates after the event.</param>
/// <param name="Link">The link it is about.</param>
/// <param name="From">Who asks for a link.</param>
/// <param name="Asked">Who is asked for a link.</param>
/// <param name="Elements">What was done to elements.</param>
/// <param name="OnlyElements">Whether nothing but elements moved: the type and the plan's dates tell nothing new then.</param>
public sealed record News(
    string Type,
    Category Category,
    Severity Severity,
    AgencyId Holder,
    Purpose Purpose,
    PlanId? Plan,
    PlanFacts? Facts,
    LinkId? Link,
    TeamId? From,
    TeamId? Asked,
    ImmutableArray<NewsElement> Elements,
    bool OnlyElements)
{
    /// <summary>Named people from whom it is kept by what it says itself, whatever their team may see.</summary>
    public KeptOut KeptOut { get; init; } = KeptOut.Nobody;
}

/// <summary>What was done to one element: whether it is seen depends on its category before and after.</summary>
/// <param name="Id">The element.</param>
/// <param name="Before">Its content before; null when it is new.</param>
/// <param name="After">Its content after; null when it is removed.</param>
public sealed record NewsElement(ElementId Id, ElementContent? Before, ElementContent? After);
