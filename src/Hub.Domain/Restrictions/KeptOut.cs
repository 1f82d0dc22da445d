using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Restrictions;

/// <summary>A practitioner of an agency: a staff number names somebody within its agency only.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Practitioner">Its practitioner.</param>
[GenerateSerializer, Immutable, Alias("hub.NamedPractitioner")]
public sealed record NamedPractitioner(
    [property: JsonPropertyName("agency")][Id(0)] AgencyId Agency,
    [property: JsonPropertyName("practitioner")][Id(1)] PractitionerId Practitioner);

/// <summary>Named people from whom something is kept, whatever their team may see. Every rule that keeps something from a person adds to it, and
/// nothing takes anybody out again: deny wins. Source: sharing rules, "Restrictions" and "About you".</summary>
/// <param name="People">In order, each once.</param>
[GenerateSerializer, Immutable, Alias("hub.KeptOut")]
public sealed record KeptOut([property: JsonPropertyName("people")][Id(0)] ImmutableArray<NamedPractitioner> People)
{
    /// <summary>It is kept from no named person.</summary>
    public static KeptOut Nobody { get; } = new([]);

    /// <summary>Whether it is kept from no named person.</summary>
    [JsonIgnore]
    public bool IsEmpty => People.IsEmpty;

    /// <summary>As it stands in a view: absent where it is kept from no named person.</summary>
    [JsonIgnore]
    public KeptOut? OrNone => IsEmpty ? null : this;

    /// <summary>These and no others.</summary>
    public static KeptOut Of(params IEnumerable<NamedPractitioner> people)
    {
        ImmutableArray<NamedPractitioner> once = [.. people.Distinct().OrderBy(p => p.Agency).ThenBy(p => p.Practitioner.Value, StringComparer.Ordinal)];
        return once.IsEmpty ? Nobody : new KeptOut(once);
    }

    /// <summary>Those of either.</summary>
    public KeptOut Or(KeptOut other) => IsEmpty ? other : other.IsEmpty ? this : Of([.. People, .. other.People]);

    /// <summary>These and whoever acts for one of them. Source: sharing rules, "anyone acting for another: the stricter of the two".</summary>
    public KeptOut With(Acting acting)
        => IsEmpty || acting == Acting.Nobody ? this : Of([.. People, .. People.SelectMany(p => acting.For(p.Agency, p.Practitioner).Select(d => new NamedPractitioner(p.Agency, d)))]);

    /// <summary>Whether it is kept from who calls: from the practitioner, or anybody it acts for.</summary>
    public bool Has(Caller caller) => !IsEmpty && caller.IsOneOf(p => Has(caller.Agency, p));

    /// <summary>Whether it is kept from this practitioner of an agency.</summary>
    public bool Has(AgencyId agency, PractitionerId practitioner) => People.Any(p => p.Agency == agency && p.Practitioner == practitioner);

    /// <summary>Whether it is kept from any of these practitioners of an agency.</summary>
    public bool HasAnyOf(AgencyId agency, IEnumerable<PractitionerId> practitioners) => !IsEmpty && practitioners.Any(p => Has(agency, p));

    /// <inheritdoc />
    public bool Equals(KeptOut? other) => other is not null && People.SequenceEqual(other.People);

    /// <inheritdoc />
    public override int GetHashCode() => People.Aggregate(0, (hash, p) => HashCode.Combine(hash, p));
}
