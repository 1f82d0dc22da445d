using System.CommandLine;
using Google.Protobuf;
using Hub.Cli.Calls;
using Hub.Cli.Output;
using Hub.Client;
using Hub.Rules.V1;

namespace Hub.Cli.Rules;

/// <summary><c>hub rules write</c>: an edition as a file that can be changed and proposed.</summary>
internal static class WriteEdition
{
    private static readonly Argument<string> File = new("file") { Description = "Where it is written; nothing that is there is written over." };
    private static readonly JsonFormatter Lines = new(JsonFormatter.Settings.Default.WithIndentation());

    public static Command Create()
    {
        var command = new Command("write", "Write an edition to a file, as the JSON of a ProposeEditionRequest, to be changed and proposed.") { RulesCommand.Edition, File };
        command.SetAction((parsed, stop) => HubCommand.Run(parsed, (hub, screen) => Write(hub, screen, parsed.GetValue(RulesCommand.Edition)!, parsed.GetValue(File)!, stop), stop));
        return command;
    }

    private static async Task Write(HubClient hub, Screen screen, string name, string file, CancellationToken stop)
    {
        var edition = (await hub.Rules.GetEditionAsync(new GetEditionRequest { Name = name }, HubCommand.Options(stop))).Edition;
        var request = new ProposeEditionRequest
        {
            Name = edition.Name,
            EffectiveOn = edition.EffectiveOn,
            LegalSource = edition.LegalSource,
            Because = edition.Because,
            Needs = { edition.Needs },
            Sectors = { edition.Sectors },
        };
        try
        {
            await using var writer = new StreamWriter(file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write });
            await writer.WriteLineAsync(Lines.Format(request).AsMemory(), stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be written.");
        }

        screen.Aside($"{file} says another name, its first day, its legal source and why before it can be proposed");
    }
}
