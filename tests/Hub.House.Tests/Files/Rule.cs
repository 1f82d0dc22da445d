using System.Text.RegularExpressions;

namespace Hub.House.Tests.Files;

/// <summary>The textual rules of the house. Words are broken up in brackets, so that a rule does not find itself.</summary>
internal static partial class Rule
{
    public static IEnumerable<string> Leftovers(TextFile file)
        => file.Text.Split('\n').Select((line, i) => (line, i)).Where(x => Unfinished().IsMatch(x.line)).Select(x => $"{file.Path}:{x.i + 1}: {x.line.Trim()}");

    public static IEnumerable<string> Clocks(TextFile file) => file.Find(Clock(), "the machine's clock or chance");

    /// <summary>Waiting in src goes by a TimeProvider, so that a test can move the time.</summary>
    public static IEnumerable<string> Waits(TextFile file)
        => file.Find(Sleep(), "sleeps").Concat(
            Delay().Matches(string.Join('\n', file.Code))
                .Where(m => !TimeProvider().IsMatch(m.Groups["arguments"].Value))
                .Select(m => $"{file.Path}: waits without a TimeProvider: {m.Value}"));

    /// <summary>Tests wait on barriers.</summary>
    public static IEnumerable<string> TestWaits(TextFile file) => file.Find(Sleep(), "sleeps").Concat(file.Find(Delay(), "waits for a time, not for an event"));

    public static IEnumerable<string> Skips(TextFile file) => file.Find(Skip(), "skipped");

    public static IEnumerable<string> LogSentences(TextFile file)
        => file.Find(LoosePhrase(), "log sentences are source-generated")
            .Concat(file.Is(".Log.cs") ? [] : file.Find(LoggerMessage(), "log sentences stand in *.Log.cs"));

    public static bool SaysNothing(TextFile file) => file.Path.Split('/').Any(part => part.Split('.').Any(word => EmptyName().IsMatch(word)));

    [GeneratedRegex(@"\bT[O]DO\b|\bF[I]XME\b|\bH[A]CK\b|Not[I]mplementedException", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\bDate[T]ime(Offset)?\.(Utc)?(Now|Today)\b|\bGuid\.[N]ew|\bEnvironment\.[T]ickCount|\bnew Random\b|\bRandom\.[S]hared", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\bThread\.[S]leep\b|\bSpinWait\.[S]pinUntil\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sleep();

    [GeneratedRegex(@"\bTask\.[D]elay\((?<arguments>(?:[^()]|\((?:[^()]|\([^()]*\))*\))*)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Delay();

    [GeneratedRegex(@"\b_?(?:time|clock|timeProvider)\b|TimeProvider", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TimeProvider();

    [GeneratedRegex(@"\bS[k]ip(?:When|Unless)?\s*=(?!=)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Skip();

    [GeneratedRegex(@"\.L[o]g(?:Trace|Debug|Information|Warning|Error|Critical)?\((?!\))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LoosePhrase();

    [GeneratedRegex(@"\[L[o]ggerMessage\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LoggerMessage();

    [GeneratedRegex("^(?:[A-Z][A-Za-z]*)?(?:Common|Helpers?|Utils?|Utilit(?:y|ies)|Shared|Core|Managers?|Misc)$|^(?:common|helpers?|utils?|utilities|shared|core|managers?|misc)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EmptyName();
}
