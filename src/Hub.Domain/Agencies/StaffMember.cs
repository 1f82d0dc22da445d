using System.Text.Json.Serialization;

namespace Hub.Domain.Agencies;

/// <summary>A practitioner with the agency: a staff number names somebody within its agency only.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Practitioner">Register or staff number.</param>
[GenerateSerializer, Immutable, Alias("hub.StaffMember")]
public sealed record StaffMember(
    [property: JsonPropertyName("agency")][Id(0)] AgencyId Agency,
    [property: JsonPropertyName("practitioner")][Id(1)] PractitionerId Practitioner);
