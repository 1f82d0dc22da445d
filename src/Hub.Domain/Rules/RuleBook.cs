using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Hub.Domain.Rules;

/// <summary>All editions: what their stream folds into. Before the first that begins the built-in tables are in force.</summary>
/// <param name="Editions">Proposed and activated ones, in order of their proposals. One that was withdrawn, or in whose place another was proposed, is
/// none any more.</param>
/// <param name="Begun">From when on the last one is in force that was put on record to have begun; null before the first.</param>
[GenerateSerializer, Immutable, Alias("hub.RuleBook")]
public sealed record RuleBook(
    [property: JsonPropertyName("editions")][Id(0)] ImmutableArray<Edition> Editions,
    [property: JsonPropertyName("begun")][Id(1)] Moment? Begun)
{
    /// <summary>Most editions on record.</summary>
    public const int Most = 100;

    /// <summary>Nothing was proposed yet.</summary>
    public static RuleBook Empty { get; } = new([], null);

    /// <summary>The edition of this name, or null.</summary>
    public Edition? Of(string name) => Editions.FirstOrDefault(e => e.Name == name);

    /// <summary>Those that were, are and will be in force, in order of their days. Of two with one day the one that was activated later.</summary>
    public ImmutableArray<Edition> Schedule()
        => [.. Editions.Where(e => e.Activated is not null).GroupBy(e => e.From).OrderBy(g => g.Key).Select(g => g.MaxBy(e => e.Activated!.Version)!)];

    /// <summary>The edition in force at an instant; null for the built-in one.</summary>
    public Edition? InForceAt(Moment now) => Schedule().LastOrDefault(e => e.From.CompareTo(now) <= 0);

    /// <summary>Where an edition stands at an instant.</summary>
    public EditionState StateOf(Edition edition, Moment now)
        => edition.Activated is null ? EditionState.Proposed
            : InForceAt(now) == edition ? EditionState.InForce
            : edition.From.CompareTo(now) > 0 && Schedule().Contains(edition) ? EditionState.Activated
            : EditionState.Over;

    /// <summary>The book after an event of its stream.</summary>
    public RuleBook Apply(Happened happened) => happened.Content switch
    {
        EditionProposed e => this with
        {
            Editions =
            [
                .. Editions.Where(k => k.Name != e.Name),
                new Edition(e.Name, e.EffectiveOn, e.Tables, e.LegalSource, e.Because, happened.Practitioner!, happened.At, happened.Version, null),
            ],
        },
        EditionWithdrawn e => this with { Editions = Editions.RemoveAll(k => k.Name == e.Name) },
        EditionActivated e => this with
        {
            Editions = [.. Editions.Select(k => k.Name == e.Name ? k with { Activated = new Activation(happened.Practitioner!, happened.At, happened.Version) } : k)],
        },
        EditionBegun e => this with { Begun = Of(e.Name)!.From },
        _ => this,
    };
}
