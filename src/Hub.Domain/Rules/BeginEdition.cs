using System.Text.Json.Serialization;

namespace Hub.Domain.Rules;

/// <summary>Event <c>edition.begun</c>. The hub itself stands in the envelope.</summary>
/// <param name="Name">Is in force.</param>
public sealed record EditionBegun([property: JsonPropertyName("name")] string Name) : IEvent;

/// <summary>Puts on record that an edition's day has come, once. It is in force by the clock, whether or not this is written; what waits is decided again by
/// it, also where nobody is connected. Of several whose days came meanwhile the last.</summary>
public static class BeginEdition
{
    /// <summary>What is in force and not on record to have begun, or nothing.</summary>
    public static Decided Decide(RuleBook book, Moment now) => Due(book, now) is { } name ? Decided.Commit(new EditionBegun(name)) : Decided.Nothing;

    /// <summary>The name of it; null for none.</summary>
    public static string? Due(RuleBook book, Moment now)
        => book.InForceAt(now) is { } edition && (book.Begun is not { } last || edition.From.CompareTo(last) > 0) ? edition.Name : null;
}
