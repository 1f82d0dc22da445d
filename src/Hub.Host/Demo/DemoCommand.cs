using System.CommandLine;
using System.Text.Json;
using Hub.Host.Commands;
using Hub.Host.Demo.Cluster;
using Spectre.Console;

namespace Hub.Host.Demo;

/// <summary><c>demo</c>: plays the story on a hub of its own over real mutual TLS, shows it, and leaves the hub up.</summary>
internal static class DemoCommand
{
    private const int Narrowest = 80;
    private const int Widest = 100;
    private static readonly Option<bool> Cluster = new("--cluster")
    {
        Description = "On two silos and two gateways over a PostgreSQL of the demo's own; a silo is killed in mid-story.",
    };

    private static readonly Option<bool> Exit = new("--exit") { Description = "End after the story." };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object on standard output; ends after the story." };
    private static readonly Option<bool> Plain = new("--plain") { Description = "No colour and no other control sequence." };
    private static readonly Option<FileInfo?> Picture = new("--picture") { Description = "Also draw the screen into this SVG file." };

    public static Command Create()
    {
        var command = new Command("demo", "Play the story on a hub of its own.") { Cluster, Exit, Json, Plain, Picture };
        command.Subcommands.Add(MemberCommand.Create());
        command.SetAction((parsed, stop) => HostCommand.Ending(() => Run(parsed, stop)));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var json = parsed.GetValue(Json);
        using var console = Console(json, parsed.GetValue(Plain)).CreateRecorder();
        var screen = new DemoScreen(console);
        var isCluster = parsed.GetValue(Cluster);
        screen.Begin(isCluster ? DemoCluster.About : OneProcess.About);
        await using var stage = await DemoStage.Open(isCluster ? (folder, agencies, end) => DemoCluster.Start(folder, agencies, screen.Staged, end) : OneProcess.Start, stop);
        await using var story = new DemoStory(stage, screen, stop);
        try
        {
            await story.Play();
        }
        catch (Exception e) when (stop.IsCancellationRequested)
        {
            // A call or a stream may have ended first, each in its own way.
            throw new OperationCanceledException("interrupted in the story", e, stop);
        }

        var (whole, decisions) = (await stage.Hub.Audit(stop), await stage.Hub.Decisions(stop));
        var rows = DemoRow.Of(decisions, story.Arrivals, story.Refusals);
        var promises = stage.Hub.Promises(whole).ToList();
        story.Notes.AddRange(promises);
        screen.End(rows, whole, promises);
        if (parsed.GetValue(Picture) is { } picture)
        {
            await File.WriteAllTextAsync(picture.FullName, console.Export(new DemoPicture()), stop);
        }

        if (json)
        {
            var told = new { story.Steps, story.Notes, Deliveries = rows, Audit = new { Journal = whole, Decisions = decisions } };
            System.Console.WriteLine(JsonSerializer.Serialize(told, JsonSerializerOptions.Web));
        }
        else if (!parsed.GetValue(Exit))
        {
            screen.StaysUp(stage);
            await stage.Hub.WaitForShutdown(stop);
        }

        return whole.IsWhole && story.Notes.TrueForAll(n => n.Holds) ? 0 : 2;
    }

    private static IAnsiConsole Console(bool json, bool plain)
    {
        if (plain)
        {
            // Without this .NET itself writes sequences around each piece of text. It knows none for such a terminal.
            Environment.SetEnvironmentVariable("TERM", "dumb");
        }

        var isPiped = System.Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain || isPiped ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain || isPiped ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Out = new AnsiConsoleOutput(json ? TextWriter.Null : System.Console.Out),
        });
        console.Profile.Width = isPiped ? Widest : Math.Clamp(console.Profile.Width, Narrowest, Widest);
        return console;
    }
}
