using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Agencies.V1;
using Hub.Cli.Calls;
using Hub.Cli.Import;
using Hub.Cli.Output;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Spectre.Console;

namespace Hub.Cli.Agencies;

/// <summary><c>hub agencies import</c>. One that is admitted already is left as it is: its own duty number must not go back to the list's.</summary>
internal static class ImportAgencies
{
    private static readonly Argument<string> File = new("file") { Description = "CSV with the columns gss_code and name, and duty_number where it is known." };
    private static readonly Option<string> DutyNumber = new("--duty-number") { Description = "Stands for each that the list has no duty number of.", Required = true };
    private static readonly Option<Sector> Kind = Word.Option<Sector>("--sector", "What kind of body they are, childrens-social-care when not said,");

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) } };

    public static Command Create()
    {
        var command = new Command("import", "Admit the bodies of a list, keyed by their GSS codes; the registrar only.") { File, DutyNumber, Kind };
        command.SetAction((parsed, stop) => HubCommand.Run(parsed, (hub, screen) => Import(hub, screen, parsed, stop), stop));
        return command;
    }

    private static async Task<int> Import(HubClient hub, Screen screen, ParseResult parsed, CancellationToken stop)
    {
        var sector = parsed.GetValue(Kind) is var said and not Sector.Unspecified ? said : Sector.ChildrensSocialCare;
        var rows = AgencyFile.Read(parsed.GetRequiredValue(File));
        var results = new List<RowResult>();
        await screen.Watch("admitting", rows.Count, async step =>
        {
            foreach (var row in rows)
            {
                results.Add(await One(hub, row, row.DutyNumber.Length > 0 ? row.DutyNumber : parsed.GetRequiredValue(DutyNumber), sector, stop));
                step();
            }
        });
        Show(screen, results);
        return results.Exists(r => r.Outcome == Outcome.Refused) ? ExitCode.Refused : ExitCode.Done;
    }

    private static async Task<RowResult> One(HubClient hub, AgencyRow row, string duty, Sector sector, CancellationToken stop)
    {
        if (row.IsBroken)
        {
            return new RowResult(row.Line, row.Key, Outcome.Refused, "is not written as CSV is", "");
        }

        try
        {
            if (await Admitted(hub, row.Key, stop) is { } there)
            {
                return there.Name == row.Name && there.Sector == sector
                    ? new RowResult(row.Line, row.Key, Outcome.Known, "", "")
                    : new RowResult(row.Line, row.Key, Outcome.NotTaken, "is admitted with another name or sector: hub agencies admit", "");
            }

            await hub.Agencies.AdmitAgencyAsync(
                new AdmitAgencyRequest { RequestId = HubRequest.NewId(), AgencyId = row.Key, Name = row.Name, Sector = sector, DutyNumber = duty }, HubCommand.Options(stop));
            return new RowResult(row.Line, row.Key, Outcome.Loaded, "", "");
        }
        catch (HubRefusedException no) when (no.Violations.Count > 0)
        {
            var field = no.Violations[0].Field;
            return new RowResult(row.Line, row.Key, Outcome.Refused, $"{no.Reason}: {no.Violations[0].Rule}", field == "agency_id" ? "gss_code" : field);
        }
    }

    private static async Task<GetAgencyResponse?> Admitted(HubClient hub, string key, CancellationToken stop)
    {
        try
        {
            return await hub.Agencies.GetAgencyAsync(new GetAgencyRequest { AgencyId = key }, HubCommand.Options(stop));
        }
        catch (HubRefusedException no) when (no.Reason == HubReasons.NotKnown)
        {
            return null;
        }
    }

    private static void Show(Screen screen, List<RowResult> results)
    {
        var sum = string.Join(", ", results.GroupBy(r => r.Outcome).OrderBy(g => g.Key).Select(g => $"{g.Count()} {Name(g.Key)}"));
        if (screen.IsJson)
        {
            results.ForEach(r => screen.Line(JsonSerializer.Serialize(r, Web)));
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("line", "agency", "outcome", "because");
        foreach (var row in results.Where(r => r.Outcome is Outcome.Refused or Outcome.NotTaken))
        {
            table.AddRow(new Text($"{row.Line}"), new Text(Plain.Text(row.Agency)), new Text(Name(row.Outcome)), new Text($"{row.Field} {row.Because}".Trim()));
        }

        if (table.Rows.Count > 0)
        {
            screen.Show(table);
        }

        screen.Say("bold", sum);
    }

    private static string Name(Outcome outcome) => outcome == Outcome.NotTaken ? "not taken" : outcome.ToString().ToLowerInvariant();

    private sealed record RowResult(int Line, string Agency, Outcome Outcome, string Because, string Field);
}
