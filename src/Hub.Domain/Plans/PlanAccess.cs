using System.Collections.Immutable;
using Hub.Domain.Agencies;

namespace Hub.Domain.Plans;

/// <summary>Who may open and change a plan. Source: sharing rules, "Circle": an agency that opens its own plan has standing on its
/// own plan only.</summary>
public static class PlanAccess
{
    /// <summary>The plan, if the caller's agency may see all of it; else null, which the caller hears as NOT_KNOWN.</summary>
    public static Plan? ToSee(ImmutableArray<Plan> plans, PlanId id, Caller caller)
        => plans.FirstOrDefault(p => p.Id == id && p.Agency == caller.Agency);

    /// <summary>The plan, if the caller may change its present revision; else the refusal.</summary>
    public static (Plan? Plan, Refusal? Refusal) ToChange(ImmutableArray<Plan> plans, PlanId id, int expected, Caller caller)
        => ToSee(plans, id, caller) switch
        {
            null => (null, Refusal.Because(RefusalReason.NotKnown)),
            { IsOpen: false } => (null, Refusal.About(RefusalReason.StateConflict, "plan_id", "the plan has ended")),
            { } plan when plan.Revision != expected => (null, Refusal.About(RefusalReason.StaleVersion, "etag", "is not the plan's present etag")),
            { } plan => (plan, null),
        };
}
