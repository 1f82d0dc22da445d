using System.Collections.Immutable;
using Hub.Contracts.People;
using Hub.Domain;
using Hub.Domain.Agreements;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;

namespace Hub.Silo.People;

/// <summary>What an event tells of a plan: a revision to read, and the answer to the write that made it.</summary>
internal static class Revisions
{
    /// <summary>Text of one page, in UTF-16 characters: other gRPC clients take 4 MiB by default.</summary>
    public const int MostText = 512 * 1024;

    public static int TextOf(Revision revision) => revision.Changes.Sum(c => c.Content?.Text.Length ?? 0);

    /// <summary>The revision, or null when the event is not about this plan.</summary>
    public static Revision? Of(Happened happened, PlanId plan) => happened.Content switch
    {
        PlanStarted e when e.Plan == plan => Of(happened, 1, PlanState.Active, Added(e)),
        PlanChanged e when e.Plan == plan => Of(happened, e.Revision, PlanState.Active, e.Changes),
        ElementAdopted e when e.Plan == plan => Of(happened, e.Revision, PlanState.Active, [Copy(e)]),
        ElementKept e when e.Plan == plan => Of(happened, e.Revision, PlanState.Active, []),
        PlanEnded e when e.Plan == plan => Of(happened, e.Revision, e.State, []),
        _ => null,
    };

    /// <summary>The same answer at every repeat. Without an event, only validating: empty.</summary>
    public static PlanWritten Written(Happened? happened) => happened?.Content switch
    {
        PlanStarted e => Written(happened, e.Plan, 1, Added(e)),
        PlanChanged e => Written(happened, e.Plan, e.Revision, e.Changes),
        ElementAdopted e => Written(happened, e.Plan, e.Revision, [Copy(e)]),
        ElementKept e => Written(happened, e.Plan, e.Revision, []),
        PlanEnded e => Written(happened, e.Plan, e.Revision, []),
        _ => new PlanWritten(default, 0, [], [], 0),
    };

    // What a copy said ends with its link; the plan itself shows it while it may be seen.
    private static ElementChange Copy(ElementAdopted e) => new(ElementAct.Add, e.Element, null);

    private static PlanWritten Written(Happened happened, PlanId plan, int revision, ImmutableArray<ElementChange> changes)
        => new(plan, revision, [.. changes.Select(c => c.Element)], [.. changes.Where(c => c.Content is { Category: null }).Select(c => c.Element)], happened.Version);

    private static Revision Of(Happened happened, int number, PlanState state, ImmutableArray<ElementChange> changes)
        => new(number, happened.At, happened.Practitioner, state, changes);

    private static ImmutableArray<ElementChange> Added(PlanStarted e)
        => [.. e.Elements.Select(w => new ElementChange(ElementAct.Add, w.Id, w.Content))];
}
