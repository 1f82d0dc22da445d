using System.Collections.Immutable;
using System.Globalization;

namespace Hub.Domain;

/// <summary>Collects the fields of one request that cannot be taken, so that the caller hears of all of them at once.</summary>
internal sealed class FieldRules
{
    /// <summary>Bytes of the words with which a practitioner says why.</summary>
    public const int MaxBecause = 4096;

    private const int MostViolations = 20;
    private readonly ImmutableArray<Violation>.Builder broken = ImmutableArray.CreateBuilder<Violation>();
    private RefusalReason reason;

    /// <summary>One refusal with the first broken rule's reason and all broken fields, or null.</summary>
    public Refusal? Refusal => broken.Count == 0 ? null : new Refusal(reason, broken.ToImmutable());

    public void Add(RefusalReason why, string field, string rule)
    {
        if (broken.Count == 0)
        {
            reason = why;
        }

        if (broken.Count < MostViolations)
        {
            broken.Add(new Violation(field, rule));
        }
    }

    /// <summary>Takes over what another reading found.</summary>
    public void Add(Refusal? other)
    {
        foreach (var violation in other?.Violations ?? [])
        {
            Add(other!.Reason, violation.Field, violation.Rule);
        }
    }

    public void Must(bool holds, string field, string rule)
    {
        if (!holds)
        {
            Add(RefusalReason.InvalidField, field, rule);
        }
    }

    public bool Text(string field, string text, int maxBytes, RefusalReason malformed = RefusalReason.InvalidField)
    {
        if (WireText.Breaks(text, maxBytes) is not { } rule)
        {
            return true;
        }

        var tooLarge = text.Length * 3 > maxBytes && WireText.Breaks(text, int.MaxValue) is null;
        Add(tooLarge ? RefusalReason.TooLarge : malformed, field, rule);
        return false;
    }

    public bool Token(string field, string text, int max)
    {
        var holds = text.Length > 0 && text.Length <= max && text.All(c => c is > ' ' and < (char)127);
        Must(holds, field, $"must be 1 to {max} printable ASCII characters");
        return holds;
    }

    public void Count(string field, int count, int most)
    {
        if (count > most)
        {
            Add(RefusalReason.TooLarge, field, $"must have at most {most} entries");
        }
    }

    public DateOnly? Date(string field, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year >= 1880)
        {
            return date;
        }

        Must(false, field, "must be a date as yyyy-mm-dd");
        return null;
    }
}
