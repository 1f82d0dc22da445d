using Xunit.Abstractions;

namespace Hub.Domain.Tests;

/// <summary>All tables of rules together: each row says which sentence of the sharing rules it shows, and no sentence goes without a row.</summary>
public sealed class EveryRow(ITestOutputHelper output)
{
    private const string Sentences = "the-sentences.md";

    [Fact]
    public void Cites_a_sentence_and_each_sentence_is_cited()
    {
        var cited = Documents().SelectMany(d => DecisionTable.Read(d).Select(row => (Where: $"{d}, line {row.Line}", Source: row["source"] + row["Source"]))).ToList();
        var sentences = DecisionTable.Text(Sentences).Split('\n').Where(l => l.StartsWith("- ", StringComparison.Ordinal)).Select(l => l[2..].Trim()).ToList();
        Assert.All(cited, c => Assert.True(sentences.Contains(c.Source, StringComparer.OrdinalIgnoreCase), $"{c.Where} cites no sentence: {c.Source}"));
        Assert.Empty(sentences.Except(cited.Select(c => c.Source), StringComparer.OrdinalIgnoreCase));
        foreach (var document in Documents())
        {
            output.WriteLine($"{DecisionTable.Read(document).Length,4}  {document}");
        }

        output.WriteLine($"{cited.Count,4}  rows, {sentences.Count} sentences");
        Assert.True(cited.Count >= 300, $"{cited.Count} rows");
    }

    private static IEnumerable<string> Documents()
        => typeof(EveryRow).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".md", StringComparison.Ordinal) && n != Sentences).Order(StringComparer.Ordinal);
}
