using System.CommandLine;
using System.Text.Json;
using Spectre.Console;

namespace Hub.Host.Demo;

/// <summary><c>demo</c>: plays the story on a hub of its own over real mutual TLS, shows it, and leaves the hub up.</summary>
internal static class DemoCommand
{
    private static readonly Option<bool> Exit = new("--exit") { Description = "End after the story." };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object on standard output; ends after the story." };
    private static readonly Option<bool> Plain = new("--plain") { Description = "No colour." };

    public static Command Create()
    {
        var command = new Command("demo", "Play the story on a hub of its own.") { Exit, Json, Plain };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var json = parsed.GetValue(Json);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = parsed.GetValue(Plain) || Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            Out = new AnsiConsoleOutput(json ? TextWriter.Null : Console.Out),
        });
        var screen = new DemoScreen(console);
        screen.Begin();
        await using var stage = await DemoStage.Open(stop);
        var steps = new List<DemoStep>();
        await new DemoStory(stage, step =>
        {
            steps.Add(step);
            screen.Show(step);
        }).Play();
        var audit = await stage.Audit(stop);
        screen.End(audit);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { steps, audit }, JsonSerializerOptions.Web));
        }

        if (!json && !parsed.GetValue(Exit))
        {
            screen.StaysUp(stage);
            await stage.WaitForShutdown(stop);
        }

        return audit.IsWhole ? 0 : 2;
    }
}
