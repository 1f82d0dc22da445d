using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Sharing;

namespace Hub.Domain.Plans;

/// <summary>One operation as a caller sent it.</summary>
/// <param name="Act">What to do.</param>
/// <param name="Element">The element: the id an added one will get, or the one meant.</param>
/// <param name="Draft">New content; null for a removal.</param>
[GenerateSerializer, Immutable, Alias("hub.ElementOperation")]
public sealed record ElementOperation(
    [property: JsonPropertyName("act")][Id(0)] ElementAct Act,
    [property: JsonPropertyName("element")][Id(1)] ElementId Element,
    [property: JsonPropertyName("draft")][Id(2)] ElementDraft? Draft);

/// <summary>Event <c>plan.changed</c>.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Revision">Its revision from now on.</param>
/// <param name="Changes">At least one, in order.</param>
public sealed record PlanChanged(
    [property: JsonPropertyName("plan")] PlanId Plan,
    [property: JsonPropertyName("revision")] int Revision,
    [property: JsonPropertyName("changes")] ImmutableArray<ElementChange> Changes) : IEvent;

/// <summary>Changes elements of the caller's own agency's open plan, all of them or none.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Expected">The revision that the caller's etag names.</param>
/// <param name="Operations">One to 64, each on another element.</param>
[GenerateSerializer, Immutable, Alias("hub.RevisePlan")]
public sealed record RevisePlan(
    [property: JsonPropertyName("plan")][Id(0)] PlanId Plan,
    [property: JsonPropertyName("expected")][Id(1)] int Expected,
    [property: JsonPropertyName("operations")][Id(2)] ImmutableArray<ElementOperation> Operations)
{
    /// <summary>Refuses, in this order: a plan that is not the caller's (NOT_KNOWN), an ended plan (STATE_CONFLICT), an older etag
    /// (STALE_VERSION), then operations that cannot be taken.</summary>
    public Decided Decide(ImmutableArray<Plan> plans, Caller caller)
    {
        var (plan, no) = PlanAccess.ToChange(plans, Plan, Expected, caller);
        if (plan is null)
        {
            return Decided.Refuse(no!);
        }

        var broken = new FieldRules();
        broken.Must(!Operations.IsEmpty, "operations", "must have at least one entry");
        broken.Count("operations", Operations.Length, Plans.Plan.MaxElements);
        var changes = ImmutableArray.CreateBuilder<ElementChange>();
        if (Operations.Length <= Plans.Plan.MaxElements)
        {
            for (var i = 0; i < Operations.Length; i++)
            {
                if (Read(plan, i, broken) is { } change)
                {
                    changes.Add(change);
                }
            }

            var size = plan.Elements.Length + changes.Count(c => c.Act == ElementAct.Add) - changes.Count(c => c.Act == ElementAct.Remove);
            if (size > Plans.Plan.MaxElements)
            {
                broken.Add(RefusalReason.TooLarge, "operations", $"must leave at most {Plans.Plan.MaxElements} elements in the plan");
            }
        }

        return broken.Refusal is { } refusal
            ? Decided.Refuse(refusal)
            : Decided.Commit(new PlanChanged(plan.Id, plan.Revision + 1, changes.ToImmutable()));
    }

    private ElementChange? Read(Plan plan, int i, FieldRules broken)
    {
        var operation = Operations[i];
        if (!Enum.IsDefined(operation.Act))
        {
            broken.Add(RefusalReason.InvalidElement, $"operations[{i}]", "must add, replace or remove an element");
            return null;
        }

        if (operation.Act != ElementAct.Add)
        {
            if (plan.Elements.All(e => e.Id != operation.Element))
            {
                broken.Add(RefusalReason.InvalidElement, $"operations[{i}].element_id", "is not an element of this plan");
                return null;
            }

            if (operation.Act == ElementAct.Replace && plan.Elements.Any(e => e.Id == operation.Element && e.Origin is not null))
            {
                broken.Add(RefusalReason.InvalidElement, $"operations[{i}].element_id", "is a copy, which only its origin changes");
                return null;
            }

            if (Operations.Take(i).Any(o => o.Element == operation.Element))
            {
                broken.Add(RefusalReason.InvalidElement, $"operations[{i}].element_id", "is named by an earlier operation already");
                return null;
            }
        }

        if (operation.Act == ElementAct.Remove)
        {
            return new ElementChange(ElementAct.Remove, operation.Element, null);
        }

        var field = operation.Act == ElementAct.Add ? $"operations[{i}].add" : $"operations[{i}].replace.element";
        if (operation.Draft is null)
        {
            broken.Add(RefusalReason.InvalidElement, field, "must have content");
            return null;
        }

        return operation.Draft.Read(broken, field) is { } content ? new ElementChange(operation.Act, operation.Element, content) : null;
    }
}
