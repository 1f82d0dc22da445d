using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Plans;

/// <summary>Event <c>plan.ended</c>.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Revision">Its revision from now on.</param>
/// <param name="State">Ended, revoked or entered in error.</param>
/// <param name="EndsOn">Its last day.</param>
/// <param name="Because">In the practitioner's words; may be empty.</param>
public sealed record PlanEnded(
    [property: JsonPropertyName("plan")] PlanId Plan,
    [property: JsonPropertyName("revision")] int Revision,
    [property: JsonPropertyName("state")] PlanState State,
    [property: JsonPropertyName("ends_on")] DateOnly? EndsOn,
    [property: JsonPropertyName("because")] string Because) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(PlanEnded);
}

/// <summary>Ends the caller's own agency's plan.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Expected">The revision that the caller's etag names.</param>
/// <param name="State">Number of the state it ends in.</param>
/// <param name="EndsOn">ISO date or empty.</param>
/// <param name="Because">In the practitioner's words; may be empty.</param>
[GenerateSerializer, Immutable, Alias("hub.EndPlan")]
public sealed record EndPlan(
    [property: JsonPropertyName("plan")][Id(0)] PlanId Plan,
    [property: JsonPropertyName("expected")][Id(1)] int Expected,
    [property: JsonPropertyName("state")][Id(2)] int State,
    [property: JsonPropertyName("ends_on")][Id(3)] string EndsOn,
    [property: JsonPropertyName("because")][Id(4)] string Because)
{
    /// <summary>Refuses as <see cref="RevisePlan"/> does, then a state that is no end, a bad date, and an end before the start.</summary>
    public Decided Decide(ImmutableArray<Plan> plans, Caller caller)
    {
        var (plan, no) = PlanAccess.ToChange(plans, Plan, Expected, caller);
        if (plan is null)
        {
            return Decided.Refuse(no!);
        }

        var broken = new FieldRules();
        var state = (PlanState)State;
        broken.Must(state is PlanState.Ended or PlanState.Revoked or PlanState.EnteredInError, "state", "must be ended, revoked or entered in error");
        var ends = broken.Date("ends_on", EndsOn);
        broken.Must(ends is null || plan.StartsOn is null || plan.StartsOn <= ends, "ends_on", "must not be before the plan starts");
        broken.Text("because", Because, Sharing.ElementDraft.MaxText);
        return broken.Refusal is { } refusal
            ? Decided.Refuse(refusal)
            : Decided.Commit(new PlanEnded(plan.Id, plan.Revision + 1, state, ends ?? plan.EndsOn, Because));
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(EndPlan);
}
