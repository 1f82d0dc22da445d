using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Domain.Links;
using Hub.Domain.Sharing;

namespace Hub.Domain.Plans;

/// <summary>Event <c>element.adopted</c>: a linked plan's element stands in this plan as a copy, first or anew.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Revision">Its revision from now on.</param>
/// <param name="Element">The copy.</param>
/// <param name="Content">As it was delivered.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record ElementAdopted(
    [property: JsonPropertyName("plan")] PlanId Plan,
    [property: JsonPropertyName("revision")] int Revision,
    [property: JsonPropertyName("element")] ElementId Element,
    [property: JsonPropertyName("content")] ElementContent Content,
    [property: JsonPropertyName("origin")] ElementOrigin Origin) : IEvent;

/// <summary>An element as it was delivered to the caller's team, for its own plan.</summary>
/// <param name="Holder">Whose element it is.</param>
/// <param name="Kind">Whether the person it is of is a child or an adult.</param>
/// <param name="Person">The person.</param>
/// <param name="Element">The element.</param>
/// <param name="Content">What it said.</param>
/// <param name="RecordedAt">When that was recorded.</param>
/// <param name="Directed">Whether a named person of the holder sent it; null for no.</param>
[GenerateSerializer, Immutable, Alias("hub.DeliveredElement")]
public sealed record DeliveredElement(
    [property: JsonPropertyName("holder")][Id(0)] AgencyId Holder,
    [property: JsonPropertyName("kind")][Id(1)] PersonKind Kind,
    [property: JsonPropertyName("person")][Id(2)] PersonId Person,
    [property: JsonPropertyName("element")][Id(3)] ElementId Element,
    [property: JsonPropertyName("content")][Id(4)] ElementContent? Content,
    [property: JsonPropertyName("recorded_at")][Id(5)] Moment RecordedAt,
    [property: JsonPropertyName("directed")][Id(6)] bool? Directed = null);

/// <summary>Takes a linked plan's element into the caller's own plan, as a copy that says where it comes from. A copy of the same element that
/// stands there already is brought up to date.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Expected">The revision that the caller's etag names.</param>
/// <param name="Element">The id that a new copy gets.</param>
/// <param name="Delivered">What the caller's team was shown.</param>
[GenerateSerializer, Immutable, Alias("hub.AdoptElement")]
public sealed record AdoptElement(
    [property: JsonPropertyName("plan")][Id(0)] PlanId Plan,
    [property: JsonPropertyName("expected")][Id(1)] int Expected,
    [property: JsonPropertyName("element")][Id(2)] ElementId Element,
    [property: JsonPropertyName("delivered")][Id(3)] DeliveredElement Delivered)
{
    /// <summary>Refuses as <see cref="RevisePlan"/> does, then an element that does not come by an open link of this plan, one that was removed,
    /// one that is not passed on, and one past the limit.</summary>
    public Decided Decide(ImmutableArray<Plan> plans, ImmutableArray<LinkHalf> links, Caller caller)
    {
        var (plan, no) = PlanAccess.ToChange(plans, Plan, Expected, caller);
        if (plan is null)
        {
            return Decided.Refuse(no!);
        }

        if (links.FirstOrDefault(l => l.IsOpen && l.Plan == Plan && l.Other == Delivered.Person && l.OtherTeam.Agency == Delivered.Holder) is not { } link)
        {
            return Decided.Refuse(RefusalReason.StateConflict, "delivery_id", "does not come by an open link of this plan");
        }

        if (Delivered.Content is not { } content)
        {
            return Decided.Refuse(RefusalReason.InvalidElement, "element_id", "was removed from the plan it comes from");
        }

        if (!MayBePassedOn(content))
        {
            return Decided.Refuse(RefusalReason.InvalidElement, "element_id", "is not to be passed on or copied");
        }

        var copy = plan.Elements.FirstOrDefault(e => e.Origin is { } origin && origin.Element == Delivered.Element && origin.Link == link.Id);
        return copy is null && plan.Elements.Length >= Plans.Plan.MaxElements
            ? Decided.Refuse(RefusalReason.TooLarge, "element_id", $"a plan has at most {Plans.Plan.MaxElements} elements")
            : Decided.Commit(new ElementAdopted(
                plan.Id, plan.Revision + 1, copy?.Id ?? Element, content,
                new ElementOrigin(Delivered.Holder, link.Id, Delivered.Kind, Delivered.Person, Delivered.Element, Delivered.RecordedAt, Delivered.Directed)));
    }

    /// <summary>Source: sharing rules, "handling marks (show to subject, show to proxy, onward, review by)".</summary>
    internal static bool MayBePassedOn(ElementContent content) => content.Handling?.Onward != false;
}
