using System.Text.RegularExpressions;

namespace Hub.House.Tests;

/// <summary>One file. Rules are functions of it, so that a broken example is one string.</summary>
internal sealed partial class TextFile(string path, Func<string> read)
{
    private readonly Lazy<string> text = new(read);

    public TextFile(string path, string text)
        : this(path, () => text)
    {
    }

    public string Path { get; } = path;

    public string Text => text.Value;

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public string Folder => Path[..Math.Max(0, Path.LastIndexOf('/'))];

    public IReadOnlyList<string> Lines => Text.TrimEnd('\n').Split('\n');

    /// <summary>The C# text with comments blanked, line by line; literals stay.</summary>
    public IReadOnlyList<string> Code => Comment().Replace(Text, m => m.Value[0] == '/' ? new string('\n', m.Value.Count(c => c == '\n')) : m.Value).Split('\n');

    public bool Is(string ending) => Path.EndsWith(ending, StringComparison.Ordinal);

    /// <summary>"path:line: what" for each line of the code that matches.</summary>
    public IEnumerable<string> Find(Regex pattern, string what)
        => Code.Select((line, i) => (line, i)).Where(x => pattern.IsMatch(x.line)).Select(x => $"{Path}:{x.i + 1}: {what}: {x.line.Trim()}");

    // Literals are matched first, so that a "//" inside one is no comment.
    [GeneratedRegex("""
        "{3}[\s\S]*?"{3}|@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|//[^\n]*|/\*[\s\S]*?\*/
        """, RegexOptions.IgnorePatternWhitespace, 5000)]
    private static partial Regex Comment();
}
