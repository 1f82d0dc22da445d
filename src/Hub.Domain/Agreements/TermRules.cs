using System.Collections.Immutable;

namespace Hub.Domain.Agreements;

/// <summary>What words and days must be to stand in an agreement.</summary>
internal static class TermRules
{
    /// <summary>Most purposes, and most categories of one direction, repetitions counted.</summary>
    public const int MaxEntries = 64;

    /// <summary>Each once, in order; collects too many, and what is no word of the vocabulary.</summary>
    public static ImmutableArray<T> Words<T>(this FieldRules broken, string field, ImmutableArray<int> numbers)
        where T : struct, Enum
    {
        broken.Count(field, numbers.Length, MaxEntries);
        for (var i = 0; i < Math.Min(numbers.Length, MaxEntries); i++)
        {
            broken.Must(Enum.IsDefined((T)(object)numbers[i]), $"{field}[{i}]", "must be a word of the vocabulary");
        }

        return [.. numbers.Distinct().Order().Select(n => (T)(object)n)];
    }

    /// <summary>Collects an end that is over, and one before the start.</summary>
    public static void Days(this FieldRules broken, DateOnly? starts, DateOnly? ends, Moment now)
    {
        if (Period.End(ends) is { } end)
        {
            broken.Must(end.CompareTo(now) > 0, "ends_on", "must not be in the past");
            broken.Must(starts is null || starts <= ends, "ends_on", "must not be before starts_on");
        }
    }
}
