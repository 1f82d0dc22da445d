using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Rules.V1;

namespace Hub.Cli.Rules;

/// <summary><c>hub rules get</c>.</summary>
internal static class GetEdition
{
    public static Command Create() => HubCommand.Read(
        new Command("get", "Read an edition with its tables.") { RulesCommand.Edition },
        call => call.Hub.Rules.GetEditionAsync(new GetEditionRequest { Name = call.Of(RulesCommand.Edition) }, call.Options));
}
