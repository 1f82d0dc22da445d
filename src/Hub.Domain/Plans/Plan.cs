using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Sharing;

namespace Hub.Domain.Plans;

/// <summary>Where a plan stands in its life.</summary>
public enum PlanState
{
    /// <summary>Being written; not yet in effect.</summary>
    [JsonStringEnumMemberName("draft")]
    Draft = 1,

    /// <summary>In effect.</summary>
    [JsonStringEnumMemberName("active")]
    Active = 2,

    /// <summary>Paused.</summary>
    [JsonStringEnumMemberName("on-hold")]
    OnHold = 3,

    /// <summary>Came to its end.</summary>
    [JsonStringEnumMemberName("ended")]
    Ended = 4,

    /// <summary>Taken back.</summary>
    [JsonStringEnumMemberName("revoked")]
    Revoked = 5,

    /// <summary>Should never have been.</summary>
    [JsonStringEnumMemberName("entered-in-error")]
    EnteredInError = 6,
}

/// <summary>One plan of one agency about one person.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">Its type.</param>
/// <param name="Agency">The agency whose plan it is.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Revision">Counts this plan's own changes, from 1.</param>
/// <param name="StartsOn">First day, when known.</param>
/// <param name="EndsOn">Last day, once known.</param>
/// <param name="Elements">At most 64, in the order added.</param>
/// <param name="ChangedAt">When the last change was recorded.</param>
[GenerateSerializer, Immutable, Alias("hub.Plan")]
public sealed record Plan(
    [property: JsonPropertyName("plan")][Id(0)] PlanId Id,
    [property: JsonPropertyName("type")][Id(1)] PlanType Type,
    [property: JsonPropertyName("agency")][Id(2)] AgencyId Agency,
    [property: JsonPropertyName("state")][Id(3)] PlanState State,
    [property: JsonPropertyName("revision")][Id(4)] int Revision,
    [property: JsonPropertyName("starts_on")][Id(5)] DateOnly? StartsOn,
    [property: JsonPropertyName("ends_on")][Id(6)] DateOnly? EndsOn,
    [property: JsonPropertyName("elements")][Id(7)] ImmutableArray<Element> Elements,
    [property: JsonPropertyName("changed_at")][Id(8)] Moment ChangedAt)
{
    /// <summary>Most elements in one plan.</summary>
    public const int MaxElements = 64;

    /// <summary>Whether the plan can still be changed.</summary>
    [JsonIgnore]
    public bool IsOpen => State is PlanState.Draft or PlanState.Active or PlanState.OnHold;
}
