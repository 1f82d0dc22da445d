using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Hub.Domain.Agencies;

namespace Hub.Domain.Identity;

/// <summary>Whether a record is about a person whom the hub knows already. Source: sharing rules, "Who is a person": a number
/// joins only if the birth date agrees too and the family name does not contradict; in doubt it is a separate person.</summary>
public static class Matching
{
    /// <summary>True when <paramref name="record"/>, sent by <paramref name="agency"/>, is about the person of <paramref name="known"/>. Once the
    /// agency has a record of that person, only its own record decides: what others wrote must not show in what it hears of its own. A
    /// record without a family name joins nobody else's, since a later name could not be told apart from a contradiction.</summary>
    public static bool IsSamePerson(ImmutableArray<AgencyRecord> known, AgencyId agency, IdentityRecord record)
        => known.FirstOrDefault(k => k.Agency == agency) is { Record: var own }
            ? IsOwnEarlier(own, record) || IsRepeated(own, record)
                || (SharesNumberAndBirth(own, record) && !Contradicts(own, record) && !IsOthersReference(own, record))
            : known.Any(k => SharesNumberAndBirth(k.Record, record) && SameName(k.Record.FamilyName, record.FamilyName))
                && known.All(k => !Contradicts(k.Record, record));

    private static bool IsOwnEarlier(IdentityRecord earlier, IdentityRecord record)
        => earlier.Identifiers.Any(i => !i.IsNational && record.Identifiers.Contains(i))
            && (Agrees(earlier.BirthDate, record.BirthDate)
                || SameName(earlier.FamilyName, record.FamilyName)
                || earlier.Identifiers.Any(i => i.IsNational && record.Identifiers.Contains(i)));

    // Without any identifier two people of one name would become one.
    private static bool IsRepeated(IdentityRecord earlier, IdentityRecord record)
        => !earlier.Identifiers.IsEmpty && earlier.SaysTheSameAs(record);

    private static bool SharesNumberAndBirth(IdentityRecord known, IdentityRecord record)
        => known.Identifiers.Any(i => i.IsNational && record.Identifiers.Contains(i)) && Agrees(known.BirthDate, record.BirthDate);

    // Whoever gives two references in one system has two people: twins whose one number was mistyped, say.
    private static bool IsOthersReference(IdentityRecord earlier, IdentityRecord record)
        => earlier.Identifiers.Any(i => !i.IsNational && record.Identifiers.Any(j => j.System == i.System && j.Value != i.Value));

    private static bool Contradicts(IdentityRecord known, IdentityRecord record)
        => (known.BirthDate is { } a && record.BirthDate is { } b && a != b)
            || (known.FamilyName.Length > 0 && record.FamilyName.Length > 0 && Fold(known.FamilyName) != Fold(record.FamilyName))
            || known.Identifiers.Any(i => i.IsNational && record.Identifiers.Any(j => j.System == i.System && j.Value != i.Value));

    private static bool Agrees(DateOnly? a, DateOnly? b) => a is not null && a == b;

    private static bool SameName(string a, string b) => Fold(a) is { Length: > 0 } folded && folded == Fold(b);

    // Case, blanks, hyphens and apostrophes are written differently by different systems; letters, and the signs on them, are not.
    private static string Fold(string name)
        => string.Concat(name.Normalize().EnumerateRunes().Where(TellsNamesApart).Select(Rune.ToUpperInvariant));

    private static bool TellsNamesApart(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => true,
        // Two of the apostrophes are letters to Unicode: U+02BB and U+02BC.
        _ => Rune.IsLetterOrDigit(rune) && rune.Value is not (0x02BB or 0x02BC),
    };
}
