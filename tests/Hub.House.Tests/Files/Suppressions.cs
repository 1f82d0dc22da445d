using System.Text.RegularExpressions;

namespace Hub.House.Tests.Files;

/// <summary>A rule that is switched off says why, right where it is switched off, by the rule's id.</summary>
internal static partial class Suppressions
{
    public static IEnumerable<string> WithoutReason(TextFile file)
    {
        var lines = file.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (Attribute().IsMatch(line) && !file.Path.StartsWith("tests/Hub.House.Tests/Files/", StringComparison.Ordinal))
            {
                // An attribute may go over some lines.
                if (!Justification().IsMatch(string.Join(' ', lines.Skip(i).Take(5))))
                {
                    yield return $"{file.Path}:{i + 1}: no Justification";
                }
            }
            else if (IsSwitch(line, file) && !ReasonBeside().IsMatch(line))
            {
                var reason = ReasonAbove(lines, i, file);
                foreach (var id in Id().Matches(line).Select(m => m.Value).Where(id => !Explains(reason, id)))
                {
                    yield return $"{file.Path}:{i + 1}: {id} has no reason in the comment above";
                }
            }
        }
    }

    private static bool IsSwitch(string line, TextFile file)
        => Pragma().IsMatch(line) || (!file.Is(".cs") && (NoWarn().IsMatch(line) || Severity().IsMatch(line)));

    // Lines that switch off stand in blocks under one comment.
    private static string ReasonAbove(string[] lines, int i, TextFile file)
    {
        while (i > 0 && IsSwitch(lines[i - 1], file))
        {
            i--;
        }

        var reason = "";
        while (i > 0 && Comment().IsMatch(lines[i - 1]))
        {
            reason = $"{lines[--i].Trim()} {reason}";
        }

        return reason;
    }

    private static bool Explains(string reason, string id)
        => reason.Contains(id, StringComparison.Ordinal) && reason.Split(':', 2) is [_, { Length: > 10 }];

    // NoWarn.Replace(…) turns a rule on again.
    [GeneratedRegex(@"<NoWarn>(?!\$\(NoWarn\.Replace)|NoWarn=", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoWarn();

    [GeneratedRegex(@"^\s*#pragma warning disable", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pragma();

    // One rule, and the reason beside it.
    [GeneratedRegex(@"^\s*#pragma warning disable [A-Z]+\d+ // .{10,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ReasonBeside();

    [GeneratedRegex(@"\.severity\s*=\s*(?:none|silent|suggestion)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Severity();

    [GeneratedRegex(@"\bSuppressMessage(?:Attribute)?\(|\bUnconditionalSuppressMessage\(", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Attribute();

    [GeneratedRegex("Justification\\s*=\\s*\"[^\"]{10,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Justification();

    [GeneratedRegex(@"\b[A-Z]{2,}\d{3,}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"^\s*(?://|#(?!pragma)|<!--)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comment();
}
