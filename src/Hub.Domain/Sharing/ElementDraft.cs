using System.Text.Json.Serialization;
using Hub.Domain.Agreements;

namespace Hub.Domain.Sharing;

/// <summary>An element's content as a caller sent it: nothing checked yet. Zero stands for a missing enum value.</summary>
/// <param name="Category">Number of the category, 0 for none.</param>
/// <param name="Kind">Number of the kind.</param>
/// <param name="Text">The text.</param>
/// <param name="About">Whom it is about; null for the plan's own person.</param>
/// <param name="Handling">How it is handled; null where nothing is said.</param>
[GenerateSerializer, Immutable, Alias("hub.ElementDraft")]
public sealed record ElementDraft(
    [property: JsonPropertyName("category")][Id(0)] int Category,
    [property: JsonPropertyName("kind")][Id(1)] int Kind,
    [property: JsonPropertyName("text")][Id(2)] string Text,
    [property: JsonPropertyName("about")][Id(3)] AboutDraft? About = null,
    [property: JsonPropertyName("handling")][Id(4)] HandlingDraft? Handling = null)
{
    /// <summary>Longest element text in UTF-8 bytes.</summary>
    public const int MaxText = 4096;

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(ElementDraft);

    internal ElementContent? Read(FieldRules broken, string field)
    {
        var (category, kind) = ((Category)Category, (ElementKind)Kind);
        var holds = Must(Category == 0 || Enum.IsDefined(category), "category", "must be a known category, or none")
            & Must(Enum.IsDefined(kind), "kind", "must be a known kind")
            & (broken.Text($"{field}.text", Text, MaxText, RefusalReason.InvalidElement)
                && Must(!string.IsNullOrWhiteSpace(Text), "text", "must not be empty"));
        var about = About?.Read(broken, $"{field}.about");
        var handling = Handling?.Read(broken, $"{field}.handling");
        return holds ? new ElementContent(Category == 0 ? null : category, kind, Text, about, handling) : null;

        bool Must(bool kept, string part, string rule)
        {
            if (!kept)
            {
                broken.Add(RefusalReason.InvalidElement, $"{field}.{part}", rule);
            }

            return kept;
        }
    }
}
