using Hub.Domain.Plans;
using Hub.Domain.Relationships;

namespace Hub.Domain.SafetyPlans;

/// <summary>What a caller may see of what an informee rests on.</summary>
/// <param name="WorksWith">Whether the calling practitioner is of a team of her agency that works with the person: on the circle, or by a link.</param>
/// <param name="Plan">The plan, where it is her agency's own.</param>
/// <param name="Relationship">The relationship, where she may see it.</param>
public sealed record InformeeStanding(bool WorksWith, Plan? Plan, Relationship? Relationship);
