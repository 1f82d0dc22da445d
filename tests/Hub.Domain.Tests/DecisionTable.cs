using System.Collections.Immutable;

namespace Hub.Domain.Tests;

/// <summary>The rows of all tables of a Markdown document that runs as tests.</summary>
internal static class DecisionTable
{
    public static ImmutableArray<DecisionRow> Read(string document) => Parse(Text(document));

    /// <summary>A document as it stands.</summary>
    public static string Text(string document)
    {
        using var stream = typeof(DecisionTable).Assembly.GetManifestResourceStream(document)
            ?? throw new ArgumentException($"no document {document}", nameof(document));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static ImmutableArray<DecisionRow> Parse(string text)
    {
        var rows = ImmutableArray.CreateBuilder<DecisionRow>();
        ImmutableArray<string>? heads = null;
        foreach (var (line, index) in text.ReplaceLineEndings("\n").Split('\n').Select((line, index) => (line, index)))
        {
            if (!line.StartsWith('|'))
            {
                heads = null;
            }
            else if (heads is null)
            {
                heads = [.. Cells(line)];
            }
            else if (line.Any(c => c is not ('|' or '-')))
            {
                // A row with a cell too many or too few would silently test something else.
                Assert.True(heads.Value.Length == Cells(line).Length, $"line {index + 1} has not as many cells as its table has columns");
                rows.Add(new DecisionRow(index + 1, heads.Value.Zip(Cells(line)).ToImmutableDictionary(c => c.First, c => c.Second)));
            }
        }

        return rows.ToImmutable();
    }

    private static string[] Cells(string line) => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries);
}

/// <summary>One row; a column that its table has not, and one marked –, is empty.</summary>
internal sealed record DecisionRow(int Line, ImmutableDictionary<string, string> Cells)
{
    public string this[string column] => Cells.GetValueOrDefault(column, "–") is var cell and not "–" ? cell : "";

    /// <summary>The verdict; any other word is a mistake of the document.</summary>
    public bool IsYes(string column) => Cells[column] switch
    {
        "yes" => true,
        "no" => false,
        var other => throw new FormatException($"line {Line}: {other} is neither yes nor no"),
    };
}
