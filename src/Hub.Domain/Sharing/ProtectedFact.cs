using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Identity;
using Hub.Domain.Restrictions;
using Hub.Domain.Teams;

namespace Hub.Domain.Sharing;

/// <summary>Something known of a person that free text must not tell to whoever may not see it. Source: sharing rules, "a leak guard compares outgoing text
/// with protected facts (postcode, street, phone, number, name)".</summary>
/// <param name="Holder">Whose information it is.</param>
/// <param name="Category">Whoever sees this category of the holder's may know it.</param>
/// <param name="Runs">Each tells it: letters and digits alone, wherever they stand.</param>
/// <param name="Names">Each tells it as a word, or some words in a row.</param>
public sealed partial record ProtectedFact(AgencyId Holder, Category Category, ImmutableArray<string> Runs, ImmutableArray<string> Names)
{
    private const int ShortestPhone = 7;
    private const int ShortestStreet = 8;
    private const int ShortestName = 3;
    private const int ShortestNumber = 5;

    /// <summary>The only teams that may know it, its guardian's first, whatever agreements say; default where the category decides.</summary>
    public ImmutableArray<TeamId> KnownTo { get; init; }

    /// <summary>Whether it is kept even from agencies that may know it, but for some teams.</summary>
    public bool IsHistory => !KnownTo.IsDefault;

    /// <summary>The postcodes, streets and telephone numbers that an element on an address tells; null where it tells none.</summary>
    public static ProtectedFact? OfAddress(AgencyId holder, string text)
    {
        var runs = Postcode().Matches(text).Select(m => OutgoingText.Fold(m.Value))
            .Concat(Phone().Matches(text).Select(m => Significant(m.Value)).Where(d => d.Length >= ShortestPhone))
            .Concat(Street().Matches(text).SelectMany(m => Streets(m.Groups["number"].Value, m.Groups["street"].Value)))
            .Distinct().ToImmutableArray();
        return runs.IsEmpty ? null : new ProtectedFact(holder, Category.AddressAndLocation, runs, []);
    }

    /// <summary>The numbers and the family name of an identity record which another record of the person does not say; null where it says no other.</summary>
    public static ProtectedFact? OfIdentity(AgencyRecord record, IdentityRecord? known)
    {
        var name = OutgoingText.Words(record.Record.FamilyName);
        var isOther = known is null || OutgoingText.Words(known.FamilyName) != name;
        ImmutableArray<string> numbers =
        [
            .. record.Record.Identifiers.Where(i => i.IsNational && known?.Identifiers.Contains(i) != true).Select(i => OutgoingText.Fold(i.Value)),
        ];
        ImmutableArray<string> names = isOther && name.Length >= ShortestName ? [name] : [];
        return numbers.IsEmpty && names.IsEmpty ? null : new ProtectedFact(record.Agency, Category.IdentityBasic, numbers, names);
    }

    /// <summary>Everything by which an identity record leads to somebody: names, numbers and an agency's own references; null where it says none.</summary>
    public static ProtectedFact? OfWhole(AgencyRecord record)
    {
        ImmutableArray<string> numbers = [.. record.Record.Identifiers.Select(i => OutgoingText.Fold(i.Value)).Where(n => n.Length >= ShortestNumber)];
        ImmutableArray<string> names = [.. record.Record.GivenNames.Append(record.Record.FamilyName).Select(OutgoingText.Words).Where(n => n.Length >= ShortestName)];
        return numbers.IsEmpty && names.IsEmpty ? null : new ProtectedFact(record.Agency, Category.IdentityBasic, numbers, names);
    }

    /// <summary>How somebody was known before a gender recognition; null for another restriction.</summary>
    public static ProtectedFact? OfHistory(Restriction restriction)
        => restriction.Terms.FormerlyKnown is not { } known ? null
            : new ProtectedFact(
                restriction.Author, Category.IdentityBasic, [.. known.Where(IsNumber).Select(OutgoingText.Fold)], [.. known.Where(k => !IsNumber(k)).Select(OutgoingText.Words)])
            {
                KnownTo = [restriction.Terms.Guardian, .. restriction.Terms.Admitted],
            };

    /// <summary>Its name only: it must never be printed.</summary>
    public override string ToString() => nameof(ProtectedFact);

    private static bool IsNumber(string known) => known.Any(char.IsAsciiDigit);

    private static IEnumerable<string> Streets(string number, string street)
    {
        var run = OutgoingText.Fold(street);
        return number.Length > 0 ? [OutgoingText.Fold(number) + run, .. run.Length >= ShortestStreet ? [run] : Array.Empty<string>()]
            : run.Length >= ShortestStreet ? [run] : [];
    }

    // A number is dialled with or without the country's own prefix.
    private static string Significant(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return phone.StartsWith("+44", StringComparison.Ordinal) ? digits[2..].TrimStart('0') : digits.TrimStart('0');
    }

    [GeneratedRegex(@"\b[A-Za-z]{1,2}[0-9][0-9A-Za-z]?\s*[0-9][A-Za-z]{2}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"\+?[0-9][0-9 ()\-]{5,18}[0-9]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(
        @"(?:\b(?<number>[0-9]{1,4}[A-Za-z]?),?\s+)?(?<street>\b(?:[A-Z][\w'’\-]*\s+){1,3}(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Drive|Way|Court|Place|Terrace|Gardens|Crescent|Grove|Hill|Row|Square|Walk|Park|Green|Mews|Rise|View|Yard|Quay)\b)",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Street();
}
