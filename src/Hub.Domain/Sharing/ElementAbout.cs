using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Relationships;

namespace Hub.Domain.Sharing;

/// <summary>Whom an element is about, and whom it concerns as possible cause, where that is not the plan's own person alone. Source: sharing rules,
/// "About you".</summary>
/// <param name="Subject">Whether it is about the plan's own person too.</param>
/// <param name="Persons">Who else it is about.</param>
/// <param name="CauseUnknown">Whether it is not known who or what is the cause.</param>
/// <param name="Causes">Whom it concerns as possible cause.</param>
[GenerateSerializer, Immutable, Alias("hub.ElementAbout")]
public sealed record ElementAbout(
    [property: JsonPropertyName("subject")][Id(0)] bool Subject,
    [property: JsonPropertyName("persons")][Id(1)] ImmutableArray<RelationshipId> Persons,
    [property: JsonPropertyName("cause_unknown")][Id(2)] bool CauseUnknown,
    [property: JsonPropertyName("causes")][Id(3)] ImmutableArray<RelationshipId> Causes)
{
    /// <summary>Everybody whom it names.</summary>
    [JsonIgnore]
    public IEnumerable<RelationshipId> Named => Persons.Concat(Causes);

    /// <inheritdoc />
    public bool Equals(ElementAbout? other)
        => other is not null && Subject == other.Subject && CauseUnknown == other.CauseUnknown && Persons.SequenceEqual(other.Persons) && Causes.SequenceEqual(other.Causes);

    /// <inheritdoc />
    public override int GetHashCode() => Named.Aggregate(HashCode.Combine(Subject, CauseUnknown), (hash, id) => HashCode.Combine(hash, id));
}

/// <summary>The same in references: the caller's own on the way in and out, the hub's own ids between the entrance and a person's owner.</summary>
/// <param name="Subject">Whether it is about the plan's own person too.</param>
/// <param name="Persons">Relationships that it is about.</param>
/// <param name="CauseUnknown">Whether the cause is not known.</param>
/// <param name="Causes">Relationships that it concerns as possible cause.</param>
[GenerateSerializer, Immutable, Alias("hub.AboutDraft")]
public sealed record AboutDraft(
    [property: JsonPropertyName("subject")][Id(0)] bool Subject,
    [property: JsonPropertyName("persons")][Id(1)] ImmutableArray<string> Persons,
    [property: JsonPropertyName("cause_unknown")][Id(2)] bool CauseUnknown,
    [property: JsonPropertyName("causes")][Id(3)] ImmutableArray<string> Causes)
{
    /// <summary>Most people whom an element names as what it is about, and as possible cause.</summary>
    public const int MostNamed = 16;

    /// <summary>As it is stored; null where it says nothing but that it is about the plan's own person.</summary>
    internal ElementAbout? Read(FieldRules broken, string field)
    {
        var about = new ElementAbout(Subject, Ids(broken, $"{field}.about_relationship_ids", Persons), CauseUnknown, Ids(broken, $"{field}.cause_relationship_ids", Causes));
        return about.Persons.IsEmpty && about.Causes.IsEmpty && !CauseUnknown ? null : about;
    }

    private static ImmutableArray<RelationshipId> Ids(FieldRules broken, string field, ImmutableArray<string> sent)
    {
        broken.Count(field, sent.Length, MostNamed);
        var read = sent.Take(MostNamed).Select(s => RelationshipId.TryParse(s)).ToList();
        if (read.Contains(null))
        {
            broken.Add(RefusalReason.InvalidElement, field, "must be relationships of this person");
        }

        return [.. read.OfType<RelationshipId>().Distinct()];
    }
}
