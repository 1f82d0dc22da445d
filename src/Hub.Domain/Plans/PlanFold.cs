using System.Collections.Immutable;
using Hub.Domain.Sharing;

namespace Hub.Domain.Plans;

/// <summary>How plans follow from their events.</summary>
public static class PlanFold
{
    /// <summary>The plans after an event; the same plans when it is not about plans.</summary>
    public static ImmutableArray<Plan> Apply(ImmutableArray<Plan> plans, Happened happened) => happened.Content switch
    {
        PlanStarted e => plans.Add(new Plan(
            e.Plan, e.Type, happened.Agency, PlanState.Active, 1, e.StartsOn, e.EndsOn, [.. e.Elements.Select(w => Written(w.Id, w.Content, happened))], happened.At)),
        PlanChanged e => With(plans, e.Plan, p => p with { Revision = e.Revision, Elements = Changed(p.Elements, e, happened), ChangedAt = happened.At }),
        ElementAdopted e => With(plans, e.Plan, p => p with { Revision = e.Revision, Elements = Adopted(p.Elements, e, happened), ChangedAt = happened.At }),
        ElementKept e => With(plans, e.Plan, p => p with { Revision = e.Revision, Elements = Kept(p.Elements, e), ChangedAt = happened.At }),
        PlanEnded e => With(plans, e.Plan, p => p with { Revision = e.Revision, State = e.State, EndsOn = e.EndsOn, ChangedAt = happened.At }),
        _ => plans,
    };

    private static ImmutableArray<Plan> With(ImmutableArray<Plan> plans, PlanId id, Func<Plan, Plan> change)
    {
        var old = plans.First(p => p.Id == id);
        return plans.Replace(old, change(old));
    }

    private static ImmutableArray<Element> Changed(ImmutableArray<Element> elements, PlanChanged e, Happened happened)
    {
        var list = elements.ToBuilder();
        foreach (var change in e.Changes)
        {
            var at = list.FindIndex(x => x.Id == change.Element);
            switch (change.Act)
            {
                case ElementAct.Add:
                    list.Add(Written(change.Element, change.Content!, happened));
                    break;
                case ElementAct.Replace:
                    list[at] = Written(change.Element, change.Content!, happened);
                    break;
                default:
                    list.RemoveAt(at);
                    break;
            }
        }

        return list.ToImmutable();
    }

    private static ImmutableArray<Element> Adopted(ImmutableArray<Element> elements, ElementAdopted e, Happened happened)
    {
        var copy = Written(e.Element, e.Content, happened) with { Origin = e.Origin };
        return elements.FirstOrDefault(x => x.Id == e.Element) is { } old ? elements.Replace(old, copy) : elements.Add(copy);
    }

    private static ImmutableArray<Element> Kept(ImmutableArray<Element> elements, ElementKept e)
        => [.. elements.Select(x => x.Id == e.Element ? x with { Origin = x.Origin! with { RecordedAt = e.RecordedAt } } : x)];

    private static int FindIndex(this ImmutableArray<Element>.Builder list, Predicate<Element> match)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (match(list[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static Element Written(ElementId id, ElementContent content, Happened happened) => new(id, content, happened.Practitioner, happened.At);
}
