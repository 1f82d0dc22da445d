using System.CommandLine;
using Grpc.Core;
using Hub.Agencies.V1;
using Hub.Cli.Calls;
using Hub.Cli.Import.Loading;
using Hub.Cli.Import.Mapping;
using Hub.Cli.Import.Reading;
using Hub.Cli.Output;
using Hub.Client;
using Hub.Client.Errors;

namespace Hub.Cli.Import;

/// <summary><c>hub import</c>: FHIR R4 records become the calling agency's own people and plans.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string[]> Files = new("file")
    {
        Description = "FHIR R4 resources or bundles as XML or JSON, and folders of them.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Source = new("--source")
    {
        Description = "The agency's name for the system that the records come from, where it imports from several: the same id in two systems is two records.",
        DefaultValueFactory = _ => "fhir",
    };

    private static readonly Option<string> Organization = new("--organization")
    {
        Description = "Identifier of the Organization that is the agency itself, such as its ODS code: practitioners with a role there are registered.",
        DefaultValueFactory = _ => "",
    };

    private static readonly Option<string> Team = new("--team")
    {
        Description = "The agency's team, as agency/team, in which imported roles are held.",
        DefaultValueFactory = _ => "",
    };

    public static Command Create()
    {
        var command = new Command("import", "Load FHIR R4 records as the agency's own: people and plans, its practitioners and their roles.") { Files, Source, Organization, Team };
        command.SetAction((parsed, stop) => HubCommand.Run(parsed, (hub, screen) => Import(hub, screen, parsed, stop), stop));
        return command;
    }

    private static async Task<int> Import(HubClient hub, Screen screen, ParseResult parsed, CancellationToken stop)
    {
        var agency = Needed(parsed, ConnectionOptions.Agency);
        Needed(parsed, ConnectionOptions.Practitioner);
        var profile = await hub.Agencies.GetAgencyAsync(new GetAgencyRequest { AgencyId = agency }, HubCommand.Options(stop));
        var importer = new Importer(
            hub, agency, profile.Sector, parsed.GetRequiredValue(Source), parsed.GetRequiredValue(Organization), parsed.GetRequiredValue(Team), stop);
        var input = new InputFiles();
        var files = InputFiles.Find(parsed.GetRequiredValue(Files));
        await screen.Watch("reading", files.Count, step =>
        {
            foreach (var file in files)
            {
                input.Read(file);
                step();
            }

            return Task.CompletedTask;
        });

        var records = new RecordSet(input.Records);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var subjects = new Subjects(records, profile.Sector, today);
        IReadOnlyList<Notice> notices = [.. input.Notices, .. Oddities.Of(records, subjects, profile.Sector, today)];
        var all = input.Records.Count + input.Misshapen.Count;
        var run = new Run(records, input.Misshapen, subjects, importer);
        try
        {
            await screen.Watch("loading", all, run.All);
        }
        catch (RpcException e) when (e is not HubRefusedException)
        {
            Report(screen, [.. run.Results], input, notices);
            screen.Complain($"{all - run.Results.Count()} records were not reached: say the same again, nothing is loaded twice.");
            throw;
        }

        return Report(screen, [.. run.Results], input, notices);
    }

    private static int Report(Screen screen, IReadOnlyList<Result> results, InputFiles input, IReadOnlyList<Notice> notices)
    {
        var sum = Sum.Of(results, input, notices);
        if (screen.IsJson)
        {
            foreach (var line in ReportLines.Of(results, input, notices))
            {
                screen.Line(line);
            }

            return sum.Code;
        }

        screen.Show(ReportTable.Of(results));
        foreach (var notice in notices)
        {
            screen.Aside($"warning: {notice.File}: {notice.Path} {notice.Text}");
        }

        foreach (var file in input.Unreadable)
        {
            screen.Complain($"{file.File}: {$"{file.Path} {file.Text}".Trim()}");
        }

        screen.Say("bold", sum.ToString());
        return sum.Code;
    }

    private static string Needed(ParseResult parsed, Option<string> option)
        => parsed.Given(option) ?? throw new UsageException($"Missing: {option.Name} (or {option.HelpName}): what is imported is somebody's.");
}
