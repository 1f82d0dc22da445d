using System.Text.Json.Serialization;

namespace Hub.Domain.Rules;

/// <summary>The events of the stream of editions, by stored name.</summary>
public static class RuleEvents
{
    private static readonly EventType Proposed = new("edition.proposed", 1, RulesJson.Default.EditionProposed);
    private static readonly EventType Withdrawn = new("edition.withdrawn", 1, RulesJson.Default.EditionWithdrawn);
    private static readonly EventType Activated = new("edition.activated", 1, RulesJson.Default.EditionActivated);
    private static readonly EventType Begun = new("edition.begun", 1, RulesJson.Default.EditionBegun);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<EventType> All { get; } = [Proposed, Withdrawn, Activated, Begun];

    /// <summary>The type under which an event is stored.</summary>
    public static EventType Of(IEvent content) => content switch
    {
        EditionProposed => Proposed,
        EditionWithdrawn => Withdrawn,
        EditionActivated => Activated,
        EditionBegun => Begun,
        _ => throw new ArgumentException("not an event of the stream of editions", nameof(content)),
    };

    /// <summary>Whether somebody may see less after it, or has since the clock took it away. Every event raises the ground.</summary>
    public static bool IsNarrowedBy(IEvent change) => change is EditionBegun;
}

/// <summary>How events, commands and snapshots of editions are written: UTF-8 JSON with explicit names, no nulls.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EditionProposed))]
[JsonSerializable(typeof(EditionWithdrawn))]
[JsonSerializable(typeof(EditionActivated))]
[JsonSerializable(typeof(EditionBegun))]
[JsonSerializable(typeof(ProposeEdition))]
[JsonSerializable(typeof(WithdrawEdition))]
[JsonSerializable(typeof(ActivateEdition))]
[JsonSerializable(typeof(RuleBook))]
public sealed partial class RulesJson : JsonSerializerContext;
