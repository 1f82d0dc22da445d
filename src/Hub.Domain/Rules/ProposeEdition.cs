using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Rules;

/// <summary>Event <c>edition.proposed</c>. Which registrar stands in the envelope.</summary>
/// <param name="Name">Its name.</param>
/// <param name="EffectiveOn">Its first day, should it be activated.</param>
/// <param name="Tables">The two tables, whole.</param>
/// <param name="LegalSource">The act, regulation or guidance that it is made from.</param>
/// <param name="Because">In the words of who proposed it.</param>
public sealed record EditionProposed(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("effective_on")] DateOnly EffectiveOn,
    [property: JsonPropertyName("tables")] RuleTables Tables,
    [property: JsonPropertyName("legal_source")] string LegalSource,
    [property: JsonPropertyName("because")] string Because) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(EditionProposed);
}

/// <summary>A row of either table as sent.</summary>
/// <param name="Role">Number of the role.</param>
/// <param name="Entries">Numbers of the categories, or of the sectors.</param>
[GenerateSerializer, Immutable, Alias("hub.EditionRow")]
public sealed record EditionRow(
    [property: JsonPropertyName("role")][Id(0)] int Role,
    [property: JsonPropertyName("entries")][Id(1)] ImmutableArray<int> Entries);

/// <summary>Proposes an edition of the rules. A registrar. It takes the place of one of the same name that was proposed and not activated. Nothing is
/// decided by it before another registrar has activated it and its day has come. Source: issue, "rule editions as data with effective dates,
/// activated by two people".</summary>
/// <param name="Name">2 to 32 characters of a–z, 0–9 and inner hyphens.</param>
/// <param name="EffectiveOn">ISO date of its first day.</param>
/// <param name="LegalSource">The act, regulation or guidance that it is made from.</param>
/// <param name="Because">Why, in words.</param>
/// <param name="Needs">What each role needs, by category.</param>
/// <param name="Sectors">Which sector has which role.</param>
[GenerateSerializer, Immutable, Alias("hub.ProposeEdition")]
public sealed record ProposeEdition(
    [property: JsonPropertyName("name")][Id(0)] string Name,
    [property: JsonPropertyName("effective_on")][Id(1)] string EffectiveOn,
    [property: JsonPropertyName("legal_source")][Id(2)] string LegalSource,
    [property: JsonPropertyName("because")][Id(3)] string Because,
    [property: JsonPropertyName("needs")][Id(4)] ImmutableArray<EditionRow> Needs,
    [property: JsonPropertyName("sectors")][Id(5)] ImmutableArray<EditionRow> Sectors)
{
    internal const string Ahead = "must be a day that begins an hour from now or later, at 00:00 UTC";

    private const int MaxName = 32;

    /// <summary>Refuses a malformed name, a day that does not begin an hour ahead or later, no source and no words, an empty table, and in either table a
    /// role, category or sector that this release does not know, an empty row, and what stands there twice; then a name that was activated or is
    /// the built-in edition's (STATE_CONFLICT), and one edition too many.</summary>
    public Decided Decide(RuleBook book, Moment now)
    {
        var broken = new FieldRules();
        broken.Must(
            Name.Length is >= 2 and <= MaxName && Name[0] != '-' && Name[^1] != '-' && Name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'),
            "name", $"must be 2 to {MaxName} characters of a-z, 0-9 and inner hyphens");
        var day = broken.Date("effective_on", EffectiveOn);
        broken.Must(EffectiveOn.Length > 0, "effective_on", "must be given");
        broken.Must(day is not { } first || IsAhead(first, now), "effective_on", Ahead);
        if (broken.Text("legal_source", LegalSource, ProposeFramework.MaxLegalSource))
        {
            broken.Must(!string.IsNullOrWhiteSpace(LegalSource), "legal_source", "must not be empty");
        }

        broken.Words("because", Because, isRequired: true);
        var needs = Rows<Category>(broken, "needs", "categories", Needs);
        var sectors = Rows<Sector>(broken, "sectors", "sectors", Sectors);
        return broken.Refusal is { } refusal ? Decided.Refuse(refusal)
            : Name == RoleNeeds.Edition || book.Of(Name) is { Activated: not null } ? Decided.Refuse(RefusalReason.StateConflict, "name", "is the name of an edition that was activated")
            : book.Of(Name) is null && book.Editions.Length >= RuleBook.Most
                ? Decided.Refuse(RefusalReason.TooLarge, "name", $"a hub has at most {RuleBook.Most} editions")
            : Decided.Commit(new EditionProposed(
                Name,
                day!.Value,
                new RuleTables(
                    [.. needs.Select(r => new RoleNeed(r.Role, CategorySet.Of(r.Words.AsSpan())))],
                    [.. sectors.Select(r => new RoleSector(r.Role, r.Words))]),
                LegalSource.Trim(),
                Because));
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(ProposeEdition);

    /// <summary>Whether every silo knows of an edition of that day before it begins: it takes a silo seconds to hear, or to fall silent.</summary>
    internal static bool IsAhead(DateOnly day, Moment now) => Edition.Begin(day).CompareTo(now.Plus(TimeSpan.FromHours(1))) >= 0;

    private static List<(Role Role, ImmutableArray<T> Words)> Rows<T>(FieldRules broken, string table, string words, ImmutableArray<EditionRow> rows)
        where T : struct, Enum
    {
        var known = new List<(Role Role, ImmutableArray<T> Words)>();
        broken.Must(!rows.IsEmpty, table, "must not be empty");
        broken.Count(table, rows.Length, TermRules.MaxEntries);
        for (var i = 0; i < Math.Min(rows.Length, TermRules.MaxEntries); i++)
        {
            var (role, entries, field) = ((Role)rows[i].Role, rows[i].Entries, $"{table}[{i}].{words}");
            broken.Must(Enum.IsDefined(role), $"{table}[{i}].role", "must be a known role");
            broken.Must(!known.Exists(k => k.Role == role), $"{table}[{i}].role", "must have one row only");
            var each = broken.Words<T>(field, entries);
            broken.Must(!entries.IsEmpty, field, "must not be empty");
            broken.Must(each.Length == entries.Length, field, "must name each once");
            known.Add((role, each));
        }

        return [.. known.OrderBy(k => k.Role)];
    }
}
