using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Domain.Teams;

namespace Hub.Domain.Relationships;

/// <summary>Who else matters to a child or adult, as the lead's team recorded it. Source: vocabulary, "Relationship".</summary>
/// <param name="Type">What somebody is to the person.</param>
/// <param name="ParentalResponsibility">Whether somebody has it. It is no entitlement to alerts.</param>
/// <param name="LivesWithPerson">Whether somebody lives with the person.</param>
/// <param name="LivesWith">Another relationship in whose home somebody lives; null for none said.</param>
/// <param name="ActsFor">Another relationship for whom somebody acts; null for nobody.</param>
/// <param name="IsRisk">The risk marker: only ever set, never taken away.</param>
/// <param name="OtherKind">Whether somebody known to the hub is a child or an adult; null where nobody was named.</param>
/// <param name="Other">Somebody known to the hub.</param>
/// <param name="Staff">The practitioner that somebody is, as declared.</param>
/// <param name="CarryingTeam">The team through which somebody is reached.</param>
[GenerateSerializer, Immutable, Alias("hub.RelationshipContent")]
public sealed record RelationshipContent(
    [property: JsonPropertyName("type")][Id(0)] RelationshipType Type,
    [property: JsonPropertyName("parental_responsibility")][Id(1)] bool ParentalResponsibility,
    [property: JsonPropertyName("lives_with_person")][Id(2)] bool LivesWithPerson,
    [property: JsonPropertyName("lives_with")][Id(3)] RelationshipId? LivesWith,
    [property: JsonPropertyName("acts_for")][Id(4)] RelationshipId? ActsFor,
    [property: JsonPropertyName("is_risk")][Id(5)] bool IsRisk,
    [property: JsonPropertyName("other_kind")][Id(6)] PersonKind? OtherKind,
    [property: JsonPropertyName("other")][Id(7)] PersonId? Other,
    [property: JsonPropertyName("staff")][Id(8)] StaffMember? Staff,
    [property: JsonPropertyName("carrying_team")][Id(9)] TeamId? CarryingTeam)
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(RelationshipContent);
}

/// <summary>One relationship of a person.</summary>
/// <param name="Id">Stays when something else is said of it.</param>
/// <param name="Content">What is said of it now.</param>
/// <param name="By">The agency that recorded it.</param>
/// <param name="At">When that was said.</param>
/// <param name="IsEnded">Whether it is so no more. What was written about somebody stays about them.</param>
[GenerateSerializer, Immutable, Alias("hub.Relationship")]
public sealed record Relationship(
    [property: JsonPropertyName("relationship")][Id(0)] RelationshipId Id,
    [property: JsonPropertyName("content")][Id(1)] RelationshipContent Content,
    [property: JsonPropertyName("by")][Id(2)] AgencyId By,
    [property: JsonPropertyName("at")][Id(3)] Moment At,
    [property: JsonPropertyName("is_ended")][Id(4)] bool IsEnded)
{
    /// <summary>Most relationships of one person that have not ended.</summary>
    public const int MaxOpen = 64;
}

/// <summary>How a person's relationships follow from their events.</summary>
public static class RelationshipFold
{
    /// <summary>The relationships after an event; the same when it is not about them.</summary>
    public static ImmutableArray<Relationship> Apply(ImmutableArray<Relationship> relationships, Happened happened) => happened.Content switch
    {
        RelationshipRecorded e when relationships.FirstOrDefault(r => r.Id == e.Relationship) is { } old
            => relationships.Replace(old, old with { Content = e.Content, By = happened.Agency, At = happened.At }),
        RelationshipRecorded e => relationships.Add(new Relationship(e.Relationship, e.Content, happened.Agency, happened.At, IsEnded: false)),
        RelationshipEnded e => [.. relationships.Select(r => r.Id == e.Relationship ? r with { IsEnded = true } : r)],
        _ => relationships,
    };
}
