using System.Collections.Immutable;
using Hub.Domain.Alerts;
using Hub.Domain.Deciding;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;

namespace Hub.Domain.People;

/// <summary>What an event writes down or sends.</summary>
internal static class Said
{
    /// <summary>Its elements, each with what it says; none of an event that says nothing, or of no event.</summary>
    public static ImmutableArray<WrittenElement> By(IEvent? change) => change switch
    {
        PlanStarted e => e.Elements,
        PlanChanged e => [.. e.Changes.Where(c => c.Content is not null).Select(c => new WrittenElement(c.Element, c.Content!))],
        AlertRaised e => e.Elements,
        SharedDirected e => e.Elements,
        WordsReleased e => [new WrittenElement(e.Element, e.Content)],
        _ => [],
    };
}
