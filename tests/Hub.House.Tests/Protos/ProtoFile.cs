using System.Text.RegularExpressions;

namespace Hub.House.Tests.Protos;

/// <summary>As much of a .proto file as the rules ask about.</summary>
internal sealed partial class ProtoFile(TextFile file)
{
    private readonly string code = Comment().Replace(file.Text, "");

    public string Path => file.Path;

    public string Package => PackageLine().Match(code).Groups["name"].Value;

    /// <summary>The package that the folder asks for.</summary>
    public string PackageOfFolder => file.Folder["protos/".Length..].Replace('/', '.');

    public IEnumerable<(string Name, string Request, string Response)> Rpcs
        => Rpc().Matches(code).Select(m => (m.Groups["name"].Value, m.Groups["request"].Value, m.Groups["response"].Value));

    public bool Declares(string message) => Message().Matches(code).Any(m => m.Groups["name"].Value == message);

    /// <summary>Names of the fields of a message, or nothing when it is not in this file.</summary>
    public IReadOnlyList<string> FieldsOf(string message)
        => Message().Matches(code).Where(m => m.Groups["name"].Value == message)
            .SelectMany(m => Field().Matches(m.Groups["body"].Value)).Select(m => m.Groups["name"].Value).ToList();

    /// <summary>Lines that declare something and have no comment right above.</summary>
    public IEnumerable<string> Uncommented
    {
        get
        {
            var lines = file.Lines;
            for (var i = 0; i < lines.Count; i++)
            {
                if (Declaration().IsMatch(lines[i]) && (i == 0 || !lines[i - 1].TrimStart().StartsWith("//", StringComparison.Ordinal)))
                {
                    yield return $"{Path}:{i + 1}: {lines[i].Trim()}";
                }
            }
        }
    }

    [GeneratedRegex(@"//[^\n]*|/\*[\s\S]*?\*/", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^package\s+(?<name>[\w.]+)\s*;", RegexOptions.Multiline, 1000)]
    private static partial Regex PackageLine();

    [GeneratedRegex(@"\brpc\s+(?<name>\w+)\s*\(\s*(?:stream\s+)?(?<request>[\w.]+)\s*\)\s*returns\s*\(\s*(?:stream\s+)?(?<response>[\w.]+)\s*\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rpc();

    [GeneratedRegex(@"^message\s+(?<name>\w+)\s*\{(?<body>(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}", RegexOptions.Multiline, 1000)]
    private static partial Regex Message();

    [GeneratedRegex(@"[\w.>]\s+(?<name>[a-z]\w*)\s*=\s*\d+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Field();

    [GeneratedRegex(@"^\s*(?:(?:service|message|enum|rpc|oneof)\s+\w+|(?:repeated\s+|optional\s+)?[\w.]+(?:<[\w., ]+>)?\s+\w+\s*=\s*\d+|[A-Z][A-Z0-9_]+\s*=\s*\d+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Declaration();
}
