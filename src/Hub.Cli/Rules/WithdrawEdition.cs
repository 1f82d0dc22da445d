using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Rules.V1;

namespace Hub.Cli.Rules;

/// <summary><c>hub rules withdraw</c>.</summary>
internal static class WithdrawEdition
{
    public static Command Create() => HubCommand.Write(
        new Command("withdraw", "Take back an edition that is only proposed.") { RulesCommand.Edition, Said.Because },
        call => call.Hub.Rules.WithdrawEditionAsync(
            new WithdrawEditionRequest { RequestId = call.RequestId, ValidateOnly = call.ValidateOnly, Name = call.Of(RulesCommand.Edition), Because = call.Of(Said.Because) },
            call.Options));
}
