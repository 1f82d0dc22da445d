using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Adoptions;

/// <summary>Writes what another practitioner of the same adoption team proposed into the plan, as new elements of the own agency. Source: sharing
/// rules, "by anyone but the adoption role of the placing authority, two persons together".</summary>
/// <param name="Crossing">The crossing.</param>
[GenerateSerializer, Immutable, Alias("hub.ConfirmCrossing")]
public sealed record ConfirmCrossing([property: JsonPropertyName("crossing")][Id(0)] CrossingId Crossing)
{
    /// <summary>Refuses, in this order: a crossing that is none, is over, or is another team's (NOT_KNOWN); one that waited too long, the same
    /// practitioner, and an ended plan (STATE_CONFLICT); a plan that is full (TOO_LARGE).</summary>
    /// <param name="plans">The after's plans.</param>
    /// <param name="crossings">What waits.</param>
    /// <param name="caller">Who confirms.</param>
    /// <param name="holdsRole">Whether the caller holds the adoption role in a team.</param>
    /// <param name="now">The present instant.</param>
    public Decided Decide(ImmutableArray<Plan> plans, ImmutableArray<Crossing> crossings, Caller caller, Func<TeamId, bool> holdsRole, Moment now)
        => crossings.FirstOrDefault(c => c.Id == Crossing) is not { } waits || !holdsRole(waits.Team) || PlanAccess.ToSee(plans, waits.Plan, caller) is not { } plan
                ? Decided.Refuse(Refusal.Because(RefusalReason.NotKnown))
            : !waits.Stands(now) ? Decided.Refuse(RefusalReason.StateConflict, "crossing_id", "has waited too long")
            : caller.Named.Contains(waits.By) ? Decided.Refuse(RefusalReason.StateConflict, "crossing_id", "must be confirmed by another person")
            : !plan.IsOpen ? Decided.Refuse(RefusalReason.StateConflict, "crossing_id", "the plan has ended")
            : plan.Elements.Length + waits.Elements.Length > Plans.Plan.MaxElements
                ? Decided.Refuse(RefusalReason.TooLarge, "crossing_id", $"must leave at most {Plans.Plan.MaxElements} elements in the plan")
            : Decided.Commit(new PlanChanged(plan.Id, plan.Revision + 1, [.. waits.Elements.Select(e => new ElementChange(ElementAct.Add, e.Id, e.Content))]));
}
