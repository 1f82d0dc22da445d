using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Sharing;

namespace Hub.Domain.Plans;

/// <summary>Event <c>element.kept</c>: a copy stays as it is although its origin has changed.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Revision">Its revision from now on.</param>
/// <param name="Element">The copy.</param>
/// <param name="RecordedAt">When the origin's content was recorded that was looked at; the first instant when it is gone.</param>
/// <param name="Because">In the practitioner's words.</param>
public sealed record ElementKept(
    [property: JsonPropertyName("plan")] PlanId Plan,
    [property: JsonPropertyName("revision")] int Revision,
    [property: JsonPropertyName("element")] ElementId Element,
    [property: JsonPropertyName("recorded_at")] Moment RecordedAt,
    [property: JsonPropertyName("because")] string Because) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(ElementKept);
}

/// <summary>Leaves a stale copy as it is, and says why.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Expected">The revision that the caller's etag names.</param>
/// <param name="Element">The copy.</param>
/// <param name="Delivered">The change of its origin that the caller's team was shown.</param>
/// <param name="Because">In the practitioner's words; must not be empty.</param>
[GenerateSerializer, Immutable, Alias("hub.KeepElement")]
public sealed record KeepElement(
    [property: JsonPropertyName("plan")][Id(0)] PlanId Plan,
    [property: JsonPropertyName("expected")][Id(1)] int Expected,
    [property: JsonPropertyName("element")][Id(2)] ElementId Element,
    [property: JsonPropertyName("delivered")][Id(3)] ImmutableArray<DeliveredElement> Delivered,
    [property: JsonPropertyName("because")][Id(4)] string Because)
{
    /// <summary>Refuses as <see cref="RevisePlan"/> does, then an element that is no copy of what was delivered, and missing or bad words.</summary>
    public Decided Decide(ImmutableArray<Plan> plans, Caller caller)
    {
        var (plan, no) = PlanAccess.ToChange(plans, Plan, Expected, caller);
        if (plan is null)
        {
            return Decided.Refuse(no!);
        }

        var broken = new FieldRules();
        var origin = plan.Elements.FirstOrDefault(e => e.Id == Element)?.Origin;
        var seen = Delivered.FirstOrDefault(d => origin is not null && d.Element == origin.Element && d.Person == origin.Person);
        if (seen is null)
        {
            broken.Add(RefusalReason.InvalidElement, "element_id", "is not a copy of an element in this delivery");
        }

        if (broken.Text("because", Because, FieldRules.MaxBecause))
        {
            broken.Must(!string.IsNullOrWhiteSpace(Because), "because", "must not be empty");
        }

        return broken.Refusal is { } refusal
            ? Decided.Refuse(refusal)
            : Decided.Commit(new ElementKept(plan.Id, plan.Revision + 1, Element, seen!.Content is null ? default : seen.RecordedAt, Because));
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(KeepElement);
}
