using Hub.Silo.Audit;
using Spectre.Console;

namespace Hub.Host.Demo;

/// <summary>Shows the story in the terminal as it happens.</summary>
internal sealed class DemoScreen(IAnsiConsole console)
{
    public void Begin()
    {
        console.Write(new Rule("[bold]Safeguarding Hub[/]: two agencies, one child") { Justification = Justify.Left });
        console.MarkupLine("[grey]A hub of its own on this machine, embedded store, mutual TLS. Everybody here is fictional.[/]\n");
    }

    public void Show(DemoStep step)
    {
        console.MarkupLineInterpolated($"[bold]{step.Who}[/] {step.Did}");
        if (step.Refused)
        {
            console.MarkupLineInterpolated($"   [red]no:[/] {step.Heard}");
        }
        else
        {
            console.MarkupLineInterpolated($"   [green]→[/] {step.Heard}");
        }
    }

    public void End(AuditReport audit)
    {
        console.WriteLine();
        var table = new Table().Border(TableBorder.Rounded).AddColumns("For the auditor", "");
        table.AddRow("streams, events", $"{audit.Streams}, {audit.Events}");
        table.AddRow("every hash, digest and key", audit.IsWhole ? "[green]whole[/]" : "[red]broken[/]");
        console.Write(table);
    }

    public void StaysUp(DemoStage stage)
    {
        console.MarkupLineInterpolated($"The hub stays up at [bold]{stage.Options.Gateway.Listen}[/], its metrics at http://{stage.Options.Telemetry.Listen}/metrics.");
        console.MarkupLineInterpolated($"Keys and certificates: {stage.Folder}/certs. Ctrl+C ends it and removes the folder.");
    }
}
