using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Sharing;

namespace Hub.Domain.Deciding;

/// <summary>Shares elements of the caller's own agency's plan with a team that a named person picks, though nobody asked. Source: sharing rules,
/// "Directed".</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Elements">Which of its elements; at least one.</param>
/// <param name="Recipient">The team, as agency/team.</param>
/// <param name="Severity">Number of the severity.</param>
/// <param name="Why">On what ground.</param>
[GenerateSerializer, Immutable, Alias("hub.ShareDirected")]
public sealed record ShareDirected(
    [property: JsonPropertyName("plan")][Id(0)] PlanId Plan,
    [property: JsonPropertyName("elements")][Id(1)] ImmutableArray<ElementId> Elements,
    [property: JsonPropertyName("recipient")][Id(2)] string Recipient,
    [property: JsonPropertyName("severity")][Id(3)] int Severity,
    [property: JsonPropertyName("why")][Id(4)] JustificationDraft Why);
