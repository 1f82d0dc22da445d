using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Relationships;

namespace Hub.Domain.Sharing;

/// <summary>What somebody may not see of a person's elements because of whom they are about or what they tell, whatever the verdict on categories: deny wins.</summary>
public sealed class ElementSight
{
    private readonly ImmutableArray<Relationship> relationships;
    private readonly Onlooker? onlooker;
    private readonly IReadOnlyList<ElementRule> rules;

    internal ElementSight(ImmutableArray<Relationship> relationships, Onlooker? onlooker, IReadOnlyList<ElementRule> rules)
        => (this.relationships, this.onlooker, this.rules) = (relationships, onlooker, rules);

    /// <summary>Of a person of whom no relationship is on record: nothing is hidden.</summary>
    public static ElementSight Whole { get; } = new([], null, []);

    /// <summary>What an onlooker may not see.</summary>
    /// <param name="relationships">Who else matters to the person.</param>
    /// <param name="onlooker">Who looks.</param>
    /// <param name="keepsOrigin">Whether what tells of the before of an adoption is kept from whoever looks.</param>
    public static ElementSight Of(ImmutableArray<Relationship> relationships, Onlooker onlooker, bool keepsOrigin = false)
        => keepsOrigin ? new ElementSight(relationships, onlooker, ElementVetoes.OfAnAdoptedChild)
            : relationships.IsEmpty ? Whole
            : new ElementSight(relationships, onlooker, ElementVetoes.All);

    /// <summary>What no door of a team shows, of whose members some may not see it and others may.</summary>
    public static ElementSight OfEitherDoor(ImmutableArray<Relationship> relationships, Onlooker team, bool keepsOrigin)
        => keepsOrigin ? new ElementSight(relationships, team, ElementVetoes.AtEitherDoorOfAnAdoptedChild)
            : relationships.IsEmpty ? Whole
            : new ElementSight(relationships, team, ElementVetoes.AtEitherDoor);

    /// <summary>Why the onlooker may not see this content; null where no rule says so. A rule that fails hides it. Never throws.</summary>
    public Because? Hides(ElementContent content)
    {
        // CA1031: whatever fails in a rule, the answer is no.
#pragma warning disable CA1031
        try
        {
            for (var i = 0; i < rules.Count; i++)
            {
                if (rules[i](new ElementQuestion(content, relationships, onlooker!)) is { } because)
                {
                    return because;
                }
            }

            return null;
        }
        catch (Exception)
        {
            return Because.RuleError;
        }
#pragma warning restore CA1031
    }

    /// <summary>Whether nothing hides this content, or there is none.</summary>
    public bool Lets(ElementContent? content) => content is null || Hides(content) is null;
}

/// <summary>An element that somebody was not shown though its category would have been.</summary>
/// <param name="Element">The element.</param>
/// <param name="Because">Why.</param>
public sealed record HiddenElement(
    [property: JsonPropertyName("element")] ElementId Element,
    [property: JsonPropertyName("because")] Because Because)
{
    /// <summary>Whether it is hidden because of somebody there, so that others of the team may see it at the person's door.</summary>
    [JsonIgnore]
    public bool IsOfSomebodyThere => Because is Because.AboutYou or Because.NotToCarers;
}
