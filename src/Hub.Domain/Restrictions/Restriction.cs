using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Teams;

namespace Hub.Domain.Restrictions;

/// <summary>What is kept from whom, and who answers for it.</summary>
/// <param name="Ground">Why.</param>
/// <param name="Guardian">The author's team that reviews it, answers for it and may lift it.</param>
/// <param name="ReviewOn">The last day by which it is looked at again. It stays in force after it.</param>
/// <param name="OwnRecord">Whether it is about what the author's agency holds, and nothing else of the person.</param>
/// <param name="People">Practitioners from whom it is kept: a staff conflict.</param>
/// <param name="Agencies">Agencies from which it is kept: a court's direction.</param>
/// <param name="Teams">Teams from which it is kept: a court's direction, or the lead's team where it is not admitted.</param>
/// <param name="Categories">All that is kept from them, or from whoever is not admitted; none for everything.</param>
/// <param name="Admitted">The only teams that hear; none where that is not said. Of a gender recognition: who may read how the person was known.</param>
/// <param name="FormerlyKnown">Names and numbers under which the person was known before a gender recognition; null for none.</param>
[GenerateSerializer, Immutable, Alias("hub.RestrictionTerms")]
public sealed record RestrictionTerms(
    [property: JsonPropertyName("ground")][Id(0)] RestrictionGround Ground,
    [property: JsonPropertyName("guardian")][Id(1)] TeamId Guardian,
    [property: JsonPropertyName("review_on")][Id(2)] DateOnly ReviewOn,
    [property: JsonPropertyName("own_record")][Id(3)] bool OwnRecord,
    [property: JsonPropertyName("people")][Id(4)] ImmutableArray<NamedPractitioner> People,
    [property: JsonPropertyName("agencies")][Id(5)] ImmutableArray<AgencyId> Agencies,
    [property: JsonPropertyName("teams")][Id(6)] ImmutableArray<TeamId> Teams,
    [property: JsonPropertyName("categories")][Id(7)] CategorySet Categories,
    [property: JsonPropertyName("admitted")][Id(8)] ImmutableArray<TeamId> Admitted,
    [property: JsonPropertyName("formerly_known"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)][Id(9)] ImmutableArray<string>? FormerlyKnown = null)
{
    /// <summary>Whether whoever is not admitted hears nothing at all.</summary>
    [JsonIgnore]
    public bool AdmitsOnlySome => !Admitted.IsEmpty && Categories.IsEmpty && FormerlyKnown is null;

    /// <summary>Whether it seals a child as known before an adoption.</summary>
    [JsonIgnore]
    public bool IsSeal => Ground == RestrictionGround.Adoption && Categories.IsEmpty;

    /// <summary>Whether it marks a child as known after an adoption.</summary>
    [JsonIgnore]
    public bool MarksOrigin => Ground == RestrictionGround.Adoption && !Categories.IsEmpty;
}

/// <summary>A restriction that is in force. It ends only when somebody lifts it. Source: sharing rules, "Restrictions".</summary>
/// <param name="Id">Its id.</param>
/// <param name="Author">The agency that placed it.</param>
/// <param name="By">Who placed it.</param>
/// <param name="Since">When.</param>
/// <param name="Terms">What is kept from whom.</param>
/// <param name="LiftWish">Who wishes to lift what two persons lift together; null for nobody.</param>
[GenerateSerializer, Immutable, Alias("hub.Restriction")]
public sealed record Restriction(
    [property: JsonPropertyName("restriction")][Id(0)] RestrictionId Id,
    [property: JsonPropertyName("author")][Id(1)] AgencyId Author,
    [property: JsonPropertyName("by")][Id(2)] PractitionerId By,
    [property: JsonPropertyName("since")][Id(3)] Moment Since,
    [property: JsonPropertyName("terms")][Id(4)] RestrictionTerms Terms,
    [property: JsonPropertyName("lift_wish")][Id(5)] LiftWish? LiftWish = null)
{
    /// <summary>Most restrictions of one person.</summary>
    public const int Most = 64;

    /// <summary>Who wishes to lift it, while that waits for another person; null for nobody.</summary>
    public PractitionerId? WishesToLift(Moment now) => LiftWish?.Stands(now) == true ? LiftWish.By : null;

    /// <summary>Whether it is about what this agency holds.</summary>
    public bool IsAbout(AgencyId holder) => !Terms.OwnRecord || Author == holder;
}

/// <summary>How a person's restrictions follow from their events.</summary>
public static class RestrictionFold
{
    /// <summary>The restrictions after an event; the same when it is not about them.</summary>
    public static ImmutableArray<Restriction> Apply(ImmutableArray<Restriction> placed, Happened happened) => happened.Content switch
    {
        RestrictionPlaced e => placed.Add(new Restriction(e.Restriction, happened.Agency, happened.Practitioner!, happened.At, e.Terms)),
        RestrictionReviewed e => [.. placed.Select(r => r.Id == e.Restriction ? r with { Terms = r.Terms with { ReviewOn = e.ReviewOn } } : r)],
        RestrictionLiftWished e => [.. placed.Select(r => r.Id == e.Restriction ? r with { LiftWish = new LiftWish(happened.Practitioner!, happened.At) } : r)],
        RestrictionLifted e => [.. placed.Where(r => r.Id != e.Restriction)],
        _ => placed,
    };
}
