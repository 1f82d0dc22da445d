using Spectre.Console;

namespace Hub.Host.Demo;

/// <summary>The table at the end, a few lines for each row so that it fits.</summary>
internal static class DemoTable
{
    // In a narrower terminal what is shown and withheld stands below the verdict.
    private const int Wide = 100;
    private const string Restricted = "/restricted";

    public static Table Of(IReadOnlyList<DemoRow> rows, int width)
    {
        var (table, isWide) = (new Table { Border = TableBorder.Horizontal, ShowRowSeparators = true, BorderStyle = new Style(Color.Grey) }, width >= Wide);
        Column("event\n[grey]of whom[/]", 18);
        Column("recipient\n[grey]role[/]", 21);
        Column(isWide ? "verdict\n[grey]because[/]" : "verdict\n[grey]because, shown[/]", isWide ? 14 : 20);
        if (isWide)
        {
            Column("shown", 20);
            Column("with-\nheld", 5, Justify.Right);
        }

        Column(" received\n [grey]acknowledged[/]", 15);
        foreach (var row in rows)
        {
            var why = $"{Verdict(row.Verdict)}\n[grey]{Words(row.Because)}[/]";
            var shown = row.Shown.Count == 0 ? "[grey]nothing[/]" : string.Join('\n', row.Shown);
            var withheld = row.Withheld is { } count ? count == 0 ? "[grey]0[/]" : $"[gold1]{count}[/]" : "";
            string[] middle = isWide ? [why, shown, withheld] : [$"{why}\n{shown}{(withheld.Length == 0 ? "" : $"\n{withheld} [grey]withheld[/]")}"];
            table.AddRow(
            [
                $"{Markup.Escape(Event(row))}{(row.Holder.Length == 0 ? "" : $"\n[grey]of {row.Holder}[/]")}",
                $"[{ColourOf(row)}]{row.Recipient.Replace(Restricted, "", StringComparison.Ordinal)}[/]\n[grey]{Words(row.Role)}{(IsRestricted(row) ? ", at the person's door" : "")}[/]",
                .. middle,
                string.Join('\n', Outcome(row).Select(l => $" {l}")),
            ]);
        }

        return table;

        void Column(string header, int cells, Justify alignment = Justify.Left)
            => table.AddColumn(new TableColumn($"[bold]{header}[/]") { Alignment = alignment, Padding = new Padding(0), Width = cells });
    }

    // As the client read it; a type that was not shown is told from the other side.
    private static string Event(DemoRow row) => IsCut(row) ? row.Event : row.ReceivedAs ?? row.Event;

    private static bool IsRestricted(DemoRow row) => row.Recipient.EndsWith(Restricted, StringComparison.Ordinal);

    private static bool IsCut(DemoRow row) => row.ReceivedAs == "record.updated";

    private static string ColourOf(DemoRow row) => DemoCard.All.First(c => row.Recipient.Split('/')[0] == c.Id).Colour;

    private static string Verdict(string verdict) => verdict switch
    {
        "permit" => "[green3]permit[/]",
        "part" => "[gold1]part[/]",
        "NOT_KNOWN" => "[indianred1]NOT_KNOWN[/]",
        _ => $"[indianred1]{Words(verdict)}[/]",
    };

    private static IEnumerable<string> Outcome(DemoRow row)
    {
        yield return row.Milliseconds is { } time ? $"{time:0} ms{(IsCut(row) ? "[grey], as[/]" : "")}" : "[grey]not sent[/]";
        if (IsCut(row))
        {
            yield return "record.updated";
        }

        if (row.Acknowledged is { } word)
        {
            yield return $"[grey]{word}[/]";
            yield return $"[grey]{row.AcknowledgedBy}[/]";
        }
    }

    // Spaces, so that long words of the vocabulary break where a reader would.
    private static string Words(string kebab) => Markup.Escape(kebab.Replace('-', ' '));
}
