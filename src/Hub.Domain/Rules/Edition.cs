using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;

namespace Hub.Domain.Rules;

/// <summary>An edition of the rules: proposed by one registrar, and in force from its day on once another has activated it.</summary>
/// <param name="Name">Stands in the record of every decision that is made by it.</param>
/// <param name="EffectiveOn">Its first day.</param>
/// <param name="Tables">The two tables, whole.</param>
/// <param name="LegalSource">The act, regulation or guidance that it is made from.</param>
/// <param name="Because">In the words of who proposed it.</param>
/// <param name="ProposedBy">The registrar.</param>
/// <param name="ProposedAt">When.</param>
/// <param name="Proposal">Names this very proposal: another one in its place has another number.</param>
/// <param name="Activated">By whom and when; null while it is only proposed.</param>
[GenerateSerializer, Immutable, Alias("hub.Edition")]
public sealed record Edition(
    [property: JsonPropertyName("name")][Id(0)] string Name,
    [property: JsonPropertyName("effective_on")][Id(1)] DateOnly EffectiveOn,
    [property: JsonPropertyName("tables")][Id(2)] RuleTables Tables,
    [property: JsonPropertyName("legal_source")][Id(3)] string LegalSource,
    [property: JsonPropertyName("because")][Id(4)] string Because,
    [property: JsonPropertyName("proposed_by")][Id(5)] PractitionerId ProposedBy,
    [property: JsonPropertyName("proposed_at")][Id(6)] Moment ProposedAt,
    [property: JsonPropertyName("proposal")][Id(7)] long Proposal,
    [property: JsonPropertyName("activated")][Id(8)] Activation? Activated)
{
    /// <summary>In force from this instant on, once activated.</summary>
    [JsonIgnore]
    public Moment From => Begin(EffectiveOn);

    /// <summary>The first instant of a day, where agreements begin and lapse.</summary>
    public static Moment Begin(DateOnly day) => Period.Begin(day, default);

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(Edition);
}

/// <summary>The second word on an edition.</summary>
/// <param name="By">The other registrar.</param>
/// <param name="At">When.</param>
/// <param name="Version">Version of the stream: what was decided by an older one did not know of this edition.</param>
[GenerateSerializer, Immutable, Alias("hub.Activation")]
public sealed record Activation(
    [property: JsonPropertyName("by")][Id(0)] PractitionerId By,
    [property: JsonPropertyName("at")][Id(1)] Moment At,
    [property: JsonPropertyName("version")][Id(2)] long Version);

/// <summary>Where an edition stands.</summary>
public enum EditionState
{
    /// <summary>One registrar has proposed it.</summary>
    Proposed = 1,

    /// <summary>Another has activated it, and its day is to come.</summary>
    Activated = 2,

    /// <summary>Decisions are made by it.</summary>
    InForce = 3,

    /// <summary>Another is in force, or took its place before its day.</summary>
    Over = 4,
}
