using System.CommandLine;
using System.Text.Json;
using Hub.Silo;
using Hub.Silo.Audit;
using Spectre.Console;

namespace Hub.Host.Commands;

/// <summary><c>audit verify</c>: reads the whole journal and names what is not as the hub wrote it. Exit code 2 when something is broken.</summary>
internal static class AuditCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object on standard output." };

    public static Command Create()
    {
        var verify = HostCommand.Create("verify", "Verify every event against hashes, digests and keys.", Run);
        verify.Options.Add(Json);
        return new Command("audit", "Look into the journal.") { verify, DecisionsCommand.Create() };
    }

    private static async Task<int> Run(ParseResult parsed, Configuration.HubOptions options, CancellationToken stop)
    {
        await using var silo = await HubSilo.OpenToAudit(options.Silo, TimeProvider.System, stop);
        var report = parsed.GetValue(Json) || Console.IsOutputRedirected ? await silo.Audit(null, stop) : await WithProgress(silo, stop);
        if (parsed.GetValue(Json))
        {
            Console.WriteLine(JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
        }
        else
        {
            Show(report);
        }

        return report.IsWhole ? 0 : 2;
    }

    private static Task<AuditReport> WithProgress(HubSilo silo, CancellationToken stop)
        => AnsiConsole.Status().StartAsync("reading the journal", status =>
            silo.Audit(new Progress<long>(n => status.Status($"reading the journal: {n} streams")), stop));

    private static void Show(AuditReport report)
    {
        AnsiConsole.MarkupLineInterpolated($"{report.Streams} streams, {report.Events} events");
        foreach (var erased in report.Erased)
        {
            AnsiConsole.MarkupLineInterpolated($"[yellow]erased[/] {erased.Stream} by order {erased.Order}; its chain is whole");
        }

        foreach (var broken in report.Broken)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]broken[/] {broken.Stream} version {broken.Version}: {broken.What}");
        }

        AnsiConsole.MarkupLine(report.IsWhole ? "[green]whole[/]" : $"[red]{report.Broken.Count} broken[/]");
    }
}
