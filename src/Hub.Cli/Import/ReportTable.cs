using Hub.Cli.Output;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Hub.Cli.Import;

/// <summary>The report for somebody who reads: what was refused first, then what was loaded.</summary>
internal static class ReportTable
{
    private static readonly Outcome[] Order = [Outcome.Refused, Outcome.Loaded, Outcome.Known, Outcome.NotTaken];

    public static IRenderable Of(IEnumerable<Result> results)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("record", "outcome", "because", "left out", "file");
        foreach (var result in results.OrderBy(r => Array.IndexOf(Order, r.Outcome)))
        {
            table.AddRow(
                Cell(result.Record.Key),
                new Text(Word(result.Outcome), new Style(Colour(result.Outcome))),
                Cell(result.Field.Length > 0 ? $"{result.Field}: {result.Because}" : result.Because),
                Cell(string.Join(", ", result.LeftOut)),
                Cell(result.Record.File));
        }

        return table;
    }

    private static Text Cell(string text) => new(Plain.Text(text));

    private static string Word(Outcome outcome) => outcome == Outcome.NotTaken ? "not taken" : outcome.ToString().ToLowerInvariant();

    private static Color Colour(Outcome outcome) => outcome switch
    {
        Outcome.Refused => Color.Red,
        Outcome.Loaded => Color.Green,
        _ => Color.Grey,
    };
}
