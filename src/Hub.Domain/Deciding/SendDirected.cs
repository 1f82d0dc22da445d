using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Sharing;

namespace Hub.Domain.Deciding;

/// <summary>Answers a question of the hub by sending: a named person of the holder lets one recipient have what its role needs. Source: sharing
/// rules, "send under the directed lane".</summary>
/// <param name="Item">The delivery that asks.</param>
/// <param name="Asks">What it asks.</param>
/// <param name="Elements">Which of the elements; none for all of them.</param>
/// <param name="Why">On what ground.</param>
[GenerateSerializer, Immutable, Alias("hub.SendDirected")]
public sealed record SendDirected(
    [property: JsonPropertyName("item")][Id(0)] AskedItem Item,
    [property: JsonPropertyName("asks")][Id(1)] AskedDecision Asks,
    [property: JsonPropertyName("elements")][Id(2)] ImmutableArray<ElementId> Elements,
    [property: JsonPropertyName("why")][Id(3)] JustificationDraft Why);
