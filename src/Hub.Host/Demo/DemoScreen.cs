using Spectre.Console;

namespace Hub.Host.Demo;

/// <summary>Shows the story in the terminal as it happens.</summary>
internal sealed class DemoScreen(IAnsiConsole console)
{
    private const int Names = 9;
    private const int Times = 9;

    public void Begin(string about)
    {
        console.Write(new Rule("[bold]Safeguarding Hub[/] · a mother's care plan and her child's protection plan, linked") { Justification = Justify.Left });
        console.MarkupLineInterpolated($"{about}");
    }

    /// <summary>What has been set up before the story begins.</summary>
    public void Staged(string what) => console.MarkupLineInterpolated($"[grey]{what}[/]");

    public void Cast()
    {
        console.WriteLine();
        foreach (var card in DemoCard.All)
        {
            Line($"[bold {card.Colour}]{card.Short}[/]", $"{card.Name} [grey]· {card.Title} {card.Does}[/]", "");
        }

        console.WriteLine();
        console.MarkupLine("[grey]Times: until the answer; with ▸ from the sender's call to the arrival on the other's own stream.[/]\n[grey]The first of each kind are slow, for the process has only just started.[/]");
    }

    public void Act(string title, string about)
    {
        console.WriteLine();
        console.Write(new Rule($"[bold white]{title}[/]") { Justification = Justify.Left, Style = new Style(Color.Grey) });
        console.MarkupLineInterpolated($"[italic grey]{about}[/]");
    }

    public void Did(DemoCard who, string did, bool refused, double milliseconds)
    {
        var lines = did.Split('\n');
        Line($"[bold {who.Colour}]{who.Short}[/]", $"{Markup.Escape(lines[0])}{(refused ? " [indianred1]→ NOT_KNOWN[/]" : "")}", Time(milliseconds));
        foreach (var line in lines.Skip(1))
        {
            Line("", $"[grey]  {Markup.Escape(line)}[/]", "");
        }
    }

    public void Heard(DemoCard who, DemoArrival arrival)
    {
        var delivery = arrival.Delivery;
        var plan = delivery.PlanType == default ? "" : $" [grey]· {DemoWords.Kebab(delivery.PlanType)} plan[/]";
        Line($"[bold {who.Colour}]▸ {who.Short}[/]", $"hears [bold]{Markup.Escape(delivery.Type)}[/]{plan}, {(arrival.AtPersonsDoor ? "at the person's door" : "and confirms it")}", $"[bold]{Time(arrival.Milliseconds)}[/]");
        foreach (var element in delivery.Elements.Where(e => e.Content is not null))
        {
            Line("", $"[{who.Colour}]  {Markup.Escape(DemoWords.Line(element.Content))}[/]", "");
        }
    }

    public void Note(string text) => Line("", $"[italic]{Markup.Escape(text)}[/]", "");

    public void End(IReadOnlyList<DemoRow> rows, Silo.Audit.AuditReport audit, IEnumerable<DemoNote> promises)
    {
        console.WriteLine();
        console.Write(new Rule("[bold]Who received what and why, and what was withheld[/]") { Justification = Justify.Left });
        console.MarkupLine("[grey]From the auditor's call, and from what each client received on its own connection.[/]");
        console.Write(DemoTable.Of(rows, console.Profile.Width));
        console.MarkupLine("[grey]The auditor sees verdicts, never content and never a person:[/] audit decisions");
        var whole = audit.IsWhole ? "[green3]whole[/]" : "[indianred1]broken[/]";
        console.MarkupLine($"[grey]{audit.Streams} streams, {audit.Events} events, every hash, digest and key:[/] {whole}");
        foreach (var promise in promises)
        {
            console.MarkupLine($"[{(promise.Holds ? "green3" : "indianred1")}]{Markup.Escape(promise.Text)}[/]");
        }
    }

    public void StaysUp(DemoStage stage)
    {
        console.WriteLine();
        var metrics = string.Join(", ", stage.Hub.Operators.Select(o => $"http://{o}/metrics"));
        console.MarkupLineInterpolated($"The hub stays up at [bold]{string.Join(" and ", stage.Hub.Gateways)}[/], its metrics at {metrics}.");
        console.MarkupLineInterpolated($"Keys and certificates: {stage.Folder}/certs. Ctrl+C ends it and removes the folder.");
    }

    private static string Time(double milliseconds) => $"{milliseconds:0} ms";

    private void Line(string who, string what, string time)
    {
        var text = console.Profile.Width - Names - Times - 2;
        console.Write(new Grid()
            .AddColumn(new GridColumn { Width = Names, NoWrap = true, Padding = new Padding(0, 0, 1, 0) })
            .AddColumn(new GridColumn { Width = text, Padding = new Padding(0, 0, 1, 0) })
            .AddColumn(new GridColumn { Width = Times, NoWrap = true, Alignment = Justify.Right, Padding = new Padding(0) })
            .AddRow(who, what, time));
    }
}
