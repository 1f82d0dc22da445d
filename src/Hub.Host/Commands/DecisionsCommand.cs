using System.CommandLine;
using System.Text.Json;
using Hub.Silo;
using Hub.Silo.Audit;
using Spectre.Console;

namespace Hub.Host.Commands;

/// <summary><c>audit decisions</c>: every decision about sharing, without content and without a person.</summary>
internal static class DecisionsCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object on standard output." };

    public static Command Create()
    {
        var command = HostCommand.Create("decisions", "Tell who was to hear of what, and why.", Run);
        command.Options.Add(Json);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, Configuration.HubOptions options, CancellationToken stop)
    {
        await using var silo = await HubSilo.OpenToAudit(options.Silo, TimeProvider.System, stop);
        var report = await silo.Decisions(stop);
        if (parsed.GetValue(Json))
        {
            Console.WriteLine(JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
        }
        else
        {
            Show(report);
        }

        return 0;
    }

    private static void Show(DecisionReport report)
    {
        foreach (var decided in report.Events)
        {
            AnsiConsole.MarkupLineInterpolated($"[grey]{decided.At:yyyy-MM-dd HH:mm:ss.fff}[/] [bold]{decided.Event}[/] of {decided.Holder} by {Signed(decided.Practitioner, decided.ActingFor)}, [grey]{decided.Lane} lane[/]");
            foreach (var to in decided.Recipients)
            {
                AnsiConsole.MarkupLineInterpolated($"   {to.Team} [grey]as {to.Role ?? "no role"}, by {to.Route}:[/] {to.Verdict} [grey]because {to.Because}[/]");
                AnsiConsole.MarkupLineInterpolated($"      [grey]{string.Join("; ", Outcome(to))}[/]");
            }
        }

        AnsiConsole.MarkupLineInterpolated($"{report.Events.Count} events, {report.Events.Sum(e => e.Recipients.Count)} decisions");
        if (report.ErasedStreams > 0)
        {
            AnsiConsole.MarkupLineInterpolated($"[yellow]erased[/] {report.ErasedStreams} streams, with the decisions of {report.ErasedEvents} events");
        }

        if (report.UnreadableEvents > 0)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]unreadable[/] decisions of {report.UnreadableEvents} events; audit verify names them");
        }
    }

    private static string Signed(string? practitioner, string? actingFor)
        => practitioner is null ? "nobody" : actingFor is null ? practitioner : $"{practitioner} for {actingFor}";

    private static IEnumerable<string> Outcome(DecidedRecipient to)
    {
        yield return to.Shown.Count == 0 ? "no category shown" : $"shown {string.Join(", ", to.Shown)}";
        yield return $"{to.Withheld} withheld";
        yield return to.IsRecalled ? "recalled" : to.IsQuarantined ? "quarantined" : to.IsDelivered ? "delivered" : "nothing delivered";
        if (to.Asked is { } asked)
        {
            yield return $"{asked} asked to decide";
        }

        if (to.Consent is { } consent)
        {
            yield return $"consent {consent}";
        }

        if (to.Acknowledged is { } taken)
        {
            yield return $"{taken.Word} by {Signed(taken.Practitioner, taken.ActingFor)} {taken.At:HH:mm:ss.fff}";
        }
    }
}
