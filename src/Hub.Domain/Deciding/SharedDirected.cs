using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Alerts;
using Hub.Domain.Identity;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Deciding;

/// <summary>Event <c>decision.shared-directed</c>: a named person of the holder sent something to a team. Source: sharing rules, "Directed".</summary>
/// <param name="Item">The delivery that asked for it; null when nobody had asked.</param>
/// <param name="About">The event that it was about, by its version; null when it was about none.</param>
/// <param name="Recipient">The team.</param>
/// <param name="SubjectKind">Whether the team knows a child or an adult.</param>
/// <param name="Subject">The person under whom the team hears.</param>
/// <param name="Plan">The plan it is from; null for none.</param>
/// <param name="Type">The alert type that the team is told.</param>
/// <param name="Severity">How urgent it is.</param>
/// <param name="Elements">What was sent, as it stood then.</param>
/// <param name="Why">On what ground.</param>
public sealed record SharedDirected(
    [property: JsonPropertyName("item")] AskedItem? Item,
    [property: JsonPropertyName("about")] long? About,
    [property: JsonPropertyName("recipient")] TeamId Recipient,
    [property: JsonPropertyName("subject_kind")] PersonKind SubjectKind,
    [property: JsonPropertyName("subject")] PersonId Subject,
    [property: JsonPropertyName("plan")] PlanId? Plan,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("severity")] Severity Severity,
    [property: JsonPropertyName("elements")] ImmutableArray<WrittenElement> Elements,
    [property: JsonPropertyName("why")] Justification Why) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(SharedDirected);
}
