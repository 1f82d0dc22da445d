using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Hub.Domain.Sharing;

/// <summary>An element as an event adds or replaces it; author and time are the envelope's.</summary>
/// <param name="Id">The element.</param>
/// <param name="Content">What it says from then on.</param>
[GenerateSerializer, Immutable, Alias("hub.WrittenElement")]
public sealed record WrittenElement(
    [property: JsonPropertyName("element")][Id(0)] ElementId Id,
    [property: JsonPropertyName("content")][Id(1)] ElementContent Content);

/// <summary>An element's draft with the id it will get.</summary>
/// <param name="Id">Derived from (hub, agency, request id, place in the request).</param>
/// <param name="Draft">As sent.</param>
[GenerateSerializer, Immutable, Alias("hub.DraftedElement")]
public sealed record DraftedElement(
    [property: JsonPropertyName("element")][Id(0)] ElementId Id,
    [property: JsonPropertyName("draft")][Id(1)] ElementDraft Draft);

/// <summary>How a list of drafts is read.</summary>
internal static class ElementRules
{
    /// <summary>Those that can be taken; collects what is wrong with the others, and a list past its limit.</summary>
    public static ImmutableArray<WrittenElement> Elements(this FieldRules broken, string field, ImmutableArray<DraftedElement> drafts, int most)
    {
        broken.Count(field, drafts.Length, most);
        var read = ImmutableArray.CreateBuilder<WrittenElement>();
        for (var i = 0; i < Math.Min(drafts.Length, most); i++)
        {
            if (drafts[i].Draft.Read(broken, $"{field}[{i}]") is { } content)
            {
                read.Add(new WrittenElement(drafts[i].Id, content));
            }
        }

        return read.ToImmutable();
    }
}
