using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Adoptions;

/// <summary>Event <c>crossing.proposed</c>: nothing is written into the plan yet.</summary>
/// <param name="Crossing">The crossing.</param>
/// <param name="Plan">The plan into which its elements would go.</param>
/// <param name="Team">The adoption team.</param>
/// <param name="Elements">What would be written, in order.</param>
public sealed record CrossingProposed(
    [property: JsonPropertyName("crossing")] CrossingId Crossing,
    [property: JsonPropertyName("plan")] PlanId Plan,
    [property: JsonPropertyName("team")] TeamId Team,
    [property: JsonPropertyName("elements")] ImmutableArray<WrittenElement> Elements) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(CrossingProposed);
}

/// <summary>Proposes health and safety facts of the before as elements of an own plan on the after. It does not say who the before is: neither this
/// command nor what is remembered of it leads there.</summary>
/// <param name="Crossing">Derived from (hub, agency, request id), so that a retry meets the same crossing.</param>
/// <param name="Team">The adoption team that the before admits, in which the caller holds the adoption role.</param>
/// <param name="Plan">The agency's own open plan.</param>
/// <param name="Elements">1 to 16, each with the id it will get.</param>
[GenerateSerializer, Immutable, Alias("hub.ProposeCrossing")]
public sealed record ProposeCrossing(
    [property: JsonPropertyName("crossing")][Id(0)] CrossingId Crossing,
    [property: JsonPropertyName("team")][Id(1)] TeamId Team,
    [property: JsonPropertyName("plan")][Id(2)] PlanId Plan,
    [property: JsonPropertyName("elements")][Id(3)] ImmutableArray<DraftedElement> Elements)
{
    /// <summary>Refuses, in this order: who does not hold the adoption role there, and a plan that is not the own agency's (NOT_KNOWN), an ended plan
    /// (STATE_CONFLICT), then elements that cannot cross.</summary>
    /// <param name="plans">The after's plans.</param>
    /// <param name="crossings">What waits already.</param>
    /// <param name="caller">Who proposes.</param>
    /// <param name="holdsRole">Whether the caller holds the adoption role in the team.</param>
    /// <param name="telling">Elements whose words tell what is sealed of the before, by their place.</param>
    /// <param name="now">The present instant.</param>
    public Decided Decide(ImmutableArray<Plan> plans, ImmutableArray<Crossing> crossings, Caller caller, bool holdsRole, ImmutableArray<int> telling, Moment now)
    {
        if (!holdsRole || PlanAccess.ToSee(plans, Plan, caller) is not { } plan)
        {
            return Decided.Refuse(Refusal.Because(RefusalReason.NotKnown));
        }

        if (!plan.IsOpen)
        {
            return Decided.Refuse(RefusalReason.StateConflict, "plan_id", "the plan has ended");
        }

        var broken = new FieldRules();
        broken.Must(!Elements.IsEmpty, "elements", "must have at least one entry");
        var elements = broken.Elements("elements", Elements, Adoptions.Crossing.MostElements);
        for (var i = 0; i < Math.Min(Elements.Length, Adoptions.Crossing.MostElements); i++)
        {
            MustCross(broken, i, telling);
        }

        return broken.Refusal is { } refusal ? Decided.Refuse(refusal)
            : plan.Elements.Length + elements.Length > Plans.Plan.MaxElements
                ? Decided.Refuse(RefusalReason.TooLarge, "elements", $"must leave at most {Plans.Plan.MaxElements} elements in the plan")
            : crossings.Count(c => c.Stands(now)) >= Adoptions.Crossing.Most
                ? Decided.Refuse(RefusalReason.TooLarge, "to_person", $"at most {Adoptions.Crossing.Most} crossings of a person wait")
            : Decided.Commit(new CrossingProposed(Crossing, Plan, Team, elements));
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(ProposeCrossing);

    private void MustCross(FieldRules broken, int i, ImmutableArray<int> telling)
    {
        var draft = Elements[i].Draft;
        if (!CrossingCategories.All.Has((Agreements.Category)draft.Category))
        {
            broken.Add(RefusalReason.InvalidElement, $"elements[{i}].category", "must be one of health or safety");
        }

        // A relationship leads to whoever it names.
        if (draft.About is not null)
        {
            broken.Add(RefusalReason.InvalidElement, $"elements[{i}].about", "cannot be said of what crosses");
        }

        if (telling.Contains(i))
        {
            broken.Add(RefusalReason.InvalidElement, $"elements[{i}].text", "tells a name, a number or an address that is sealed");
        }
    }
}
