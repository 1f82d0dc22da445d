using System.Text.RegularExpressions;

namespace Hub.House.Tests.References;

internal static partial class Patterns
{
    [GeneratedRegex(@"\b(?:Npgsql|Microsoft\.Data\.Sqlite|SQLitePCL|DbUp)\b", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Driver();

    [GeneratedRegex(@"\bHub\.Client\b", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Client();

    [GeneratedRegex(@"\b(?:class|interface|enum|record struct|record class|record|struct)\s+(?<name>[A-Z]\w*)", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Declaration();

    [GeneratedRegex(@"\bHub\.Domain\.(?<slice>[A-Z]\w*)", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex FullName();

    [GeneratedRegex(@"(?<![\w.])(?:Domain\.)?(?<slice>[A-Z]\w*)\.(?<name>[A-Z]\w*)", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex ShortName();
}
