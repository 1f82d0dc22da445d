using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Hub.Domain.Identity;

/// <summary>A number or reference of a person, as one system knows it.</summary>
/// <param name="System">Name of the numbering system; any system the hub does not know is the agency's own.</param>
/// <param name="Value">The value, normalised where the hub knows the system.</param>
[GenerateSerializer, Immutable, Alias("hub.Identifier")]
public sealed record Identifier(
    [property: JsonPropertyName("system")][Id(0)] string System,
    [property: JsonPropertyName("value")][Id(1)] string Value)
{
    /// <summary>Whether other agencies number people by this system too, so that it can join their records.</summary>
    [JsonIgnore]
    public bool IsNational => System is NhsNumber.System or PupilNumber.System;

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(Identifier);
}

/// <summary>What one agency says of a person's identity. It is that agency's own record, never merged with another's.</summary>
/// <param name="FamilyName">Family name, or empty when not known.</param>
/// <param name="GivenNames">Given names in order; may be empty.</param>
/// <param name="BirthDate">Date of birth, when known.</param>
/// <param name="ExpectedDate">Expected date of birth of an unborn child; never together with a birth date.</param>
/// <param name="Identifiers">Numbers and the agency's own references, distinct, in the order sent.</param>
[GenerateSerializer, Immutable, Alias("hub.IdentityRecord")]
public sealed record IdentityRecord(
    [property: JsonPropertyName("family_name")][Id(0)] string FamilyName,
    [property: JsonPropertyName("given_names")][Id(1)] ImmutableArray<string> GivenNames,
    [property: JsonPropertyName("birth_date")][Id(2)] DateOnly? BirthDate,
    [property: JsonPropertyName("expected_date")][Id(3)] DateOnly? ExpectedDate,
    [property: JsonPropertyName("identifiers")][Id(4)] ImmutableArray<Identifier> Identifiers)
{
    /// <summary>Whether nothing at all is known.</summary>
    [JsonIgnore]
    public bool SaysNothing => FamilyName.Length == 0 && GivenNames.IsEmpty && BirthDate is null && ExpectedDate is null && Identifiers.IsEmpty;

    /// <summary>The same content, field by field.</summary>
    public bool SaysTheSameAs(IdentityRecord other)
        => FamilyName == other.FamilyName && BirthDate == other.BirthDate && ExpectedDate == other.ExpectedDate
            && GivenNames.SequenceEqual(other.GivenNames) && Identifiers.SequenceEqual(other.Identifiers);

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(IdentityRecord);
}

/// <summary>An identity record with the agency whose record it is.</summary>
/// <param name="Agency">The record's owner.</param>
/// <param name="Record">Its present content.</param>
public sealed record AgencyRecord(
    [property: JsonPropertyName("agency")] Agencies.AgencyId Agency,
    [property: JsonPropertyName("record")] IdentityRecord Record);
