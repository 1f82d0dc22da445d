using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Domain.Sharing;

namespace Hub.Domain.Plans;

/// <summary>Event <c>plan.started</c>.</summary>
/// <param name="Plan">The new plan.</param>
/// <param name="Type">Its type.</param>
/// <param name="StartsOn">First day, when known.</param>
/// <param name="EndsOn">Planned last day, when known.</param>
/// <param name="Elements">Its first elements, in order.</param>
public sealed record PlanStarted(
    [property: JsonPropertyName("plan")] PlanId Plan,
    [property: JsonPropertyName("type")] PlanType Type,
    [property: JsonPropertyName("starts_on")] DateOnly? StartsOn,
    [property: JsonPropertyName("ends_on")] DateOnly? EndsOn,
    [property: JsonPropertyName("elements")] ImmutableArray<WrittenElement> Elements) : IEvent;

/// <summary>Opens a plan of the caller's agency about a person it has registered. The plan is active from the commit on.</summary>
/// <param name="Plan">Derived from (hub, agency, request id), so that a retry meets the same plan.</param>
/// <param name="Type">Number of the plan type.</param>
/// <param name="StartsOn">ISO date or empty.</param>
/// <param name="EndsOn">ISO date or empty.</param>
/// <param name="Elements">First elements, each with the id it will get.</param>
[GenerateSerializer, Immutable, Alias("hub.OpenPlan")]
public sealed record OpenPlan(
    [property: JsonPropertyName("plan")][Id(0)] PlanId Plan,
    [property: JsonPropertyName("type")][Id(1)] int Type,
    [property: JsonPropertyName("starts_on")][Id(2)] string StartsOn,
    [property: JsonPropertyName("ends_on")][Id(3)] string EndsOn,
    [property: JsonPropertyName("elements")][Id(4)] ImmutableArray<DraftedElement> Elements)
{
    /// <summary>Most plans of one agency about one person, ended ones included.</summary>
    public const int MaxPlans = 64;

    /// <summary>Refuses an unknown type, one that is not for this kind of person, bad dates, an end before the start, bad elements,
    /// and a plan past the limit.</summary>
    public Decided Decide(PersonKind subject, ImmutableArray<Plan> plans, Caller caller)
    {
        var broken = new FieldRules();
        var type = (PlanType)Type;
        broken.Must(Enum.IsDefined(type), "plan.type", "must be a known plan type");
        broken.Must(!Enum.IsDefined(type) || PlanSubjects.Fits(type, subject), "plan.type", "is not a plan of this kind of person");
        var starts = broken.Date("plan.starts_on", StartsOn);
        var ends = broken.Date("plan.ends_on", EndsOn);
        broken.Must(starts is null || ends is null || starts <= ends, "plan.ends_on", "must not be before starts_on");
        var elements = broken.Elements("plan.elements", Elements, Plans.Plan.MaxElements);
        if (broken.Refusal is { } refusal)
        {
            return Decided.Refuse(refusal);
        }

        return plans.Count(p => p.Agency == caller.Agency) >= MaxPlans
            ? Decided.Refuse(RefusalReason.TooLarge, "plan", $"an agency has at most {MaxPlans} plans about one person")
            : Decided.Commit(new PlanStarted(Plan, type, starts, ends, elements));
    }
}
