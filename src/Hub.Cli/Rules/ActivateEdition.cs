using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Rules.V1;

namespace Hub.Cli.Rules;

/// <summary><c>hub rules activate</c>: by another registrar than the one who proposed it.</summary>
internal static class ActivateEdition
{
    private static readonly Option<long> Proposal = new("--proposal") { Description = "The proposal that you read, by its number.", Required = true };

    public static Command Create() => HubCommand.Write(
        new Command("activate", "Activate an edition that another registrar has proposed.") { RulesCommand.Edition, Proposal },
        call => call.Hub.Rules.ActivateEditionAsync(
            new ActivateEditionRequest { RequestId = call.RequestId, ValidateOnly = call.ValidateOnly, Name = call.Of(RulesCommand.Edition), Proposal = call.Of(Proposal) },
            call.Options));
}
