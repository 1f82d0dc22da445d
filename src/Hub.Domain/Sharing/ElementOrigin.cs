using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Domain.Links;

namespace Hub.Domain.Sharing;

/// <summary>Where a copy comes from. Only the origin may widen, correct, classify or end it. Source: sharing rules, "Every element has an
/// origin".</summary>
/// <param name="Holder">The agency whose element it is.</param>
/// <param name="Link">The link by which it came: with it the copy ends.</param>
/// <param name="Kind">Whether the person it is of is a child or an adult.</param>
/// <param name="Person">The person.</param>
/// <param name="Element">The element.</param>
/// <param name="RecordedAt">When the content was recorded that was adopted, or last looked at and not adopted: a later one makes the copy stale.</param>
/// <param name="Directed">Whether a named person of the holder had sent it; null for no.</param>
[GenerateSerializer, Immutable, Alias("hub.ElementOrigin")]
public sealed record ElementOrigin(
    [property: JsonPropertyName("holder")][Id(0)] AgencyId Holder,
    [property: JsonPropertyName("link")][Id(1)] LinkId Link,
    [property: JsonPropertyName("kind")][Id(2)] PersonKind Kind,
    [property: JsonPropertyName("person")][Id(3)] PersonId Person,
    [property: JsonPropertyName("element")][Id(4)] ElementId Element,
    [property: JsonPropertyName("recorded_at")][Id(5)] Moment RecordedAt,
    [property: JsonPropertyName("directed")][Id(6)] bool? Directed = null);
