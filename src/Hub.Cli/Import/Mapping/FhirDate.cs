using System.Globalization;

namespace Hub.Cli.Import.Mapping;

/// <summary>FHIR dates know days, months or only years.</summary>
internal static class FhirDate
{
    /// <summary>The day as it was written, without its time and zone; what is no whole day stays as it is.</summary>
    public static string Day(string date) => date.IndexOf('T') is var time and > 0 ? date[..time] : date;

    /// <summary>Whether only a year or a month is known.</summary>
    public static bool IsPart(string date) => date.Length is 4 or 7 && Latest(date) is not null;

    /// <summary>The last day that it can mean.</summary>
    public static DateOnly? Latest(string date)
        => Exact(date, "yyyy-MM-dd") ?? Exact(date, "yyyy-MM")?.AddMonths(1).AddDays(-1) ?? Exact(date, "yyyy")?.AddYears(1).AddDays(-1);

    private static DateOnly? Exact(string date, string form)
        => DateOnly.TryParseExact(date, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year < 9999 ? day : null;
}
