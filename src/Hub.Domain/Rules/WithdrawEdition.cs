using System.Text.Json.Serialization;

namespace Hub.Domain.Rules;

/// <summary>Event <c>edition.withdrawn</c>. Which registrar stands in the envelope.</summary>
/// <param name="Name">Is never in force, unless somebody proposes it again.</param>
/// <param name="Because">In the registrar's words; may be empty.</param>
public sealed record EditionWithdrawn([property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("because")] string Because) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(EditionWithdrawn);
}

/// <summary>Takes back what was proposed and not activated. Any registrar: by it nobody sees more.</summary>
/// <param name="Name">The edition.</param>
/// <param name="Because">Why, in words; may be empty.</param>
[GenerateSerializer, Immutable, Alias("hub.WithdrawEdition")]
public sealed record WithdrawEdition(
    [property: JsonPropertyName("name")][Id(0)] string Name,
    [property: JsonPropertyName("because")][Id(1)] string Because)
{
    /// <summary>Refuses an edition that is none (NOT_KNOWN), one that two have activated (STATE_CONFLICT), and long words.</summary>
    public Decided Decide(RuleBook book)
    {
        if (book.Of(Name) is not { } edition)
        {
            return Decided.Refuse(Refusal.Because(RefusalReason.NotKnown));
        }

        var broken = new FieldRules();
        broken.Words("because", Because, isRequired: false);
        return broken.Refusal is { } refusal ? Decided.Refuse(refusal)
            : edition.Activated is not null ? Decided.Refuse(RefusalReason.StateConflict, "name", "two have activated it; activate another of the same day in its place")
            : Decided.Commit(new EditionWithdrawn(Name, Because));
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(WithdrawEdition);
}
