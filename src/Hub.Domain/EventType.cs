using System.Text.Json.Serialization.Metadata;

namespace Hub.Domain;

/// <summary>The stored name and version of one kind of event, and how its content is written. Both never change once released;
/// another shape is another version with a pure upcaster.</summary>
/// <param name="Name">As in the vocabulary, such as <c>plan.changed</c>.</param>
/// <param name="Version">From 1.</param>
/// <param name="Json">The source-generated form of its content.</param>
public sealed record EventType(string Name, int Version, JsonTypeInfo Json)
{
    /// <summary>Names kept for events that come later, so that nothing else takes them.</summary>
    public static IReadOnlyList<string> Reserved { get; } =
    [
        "identity.superseded", "identity.merged", "identity.unmerged", "identity.reissued", "identity.forwarded", "identity.birth",
        "journal.seal", "rules.edition",
    ];
}
