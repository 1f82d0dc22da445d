using System.CommandLine;
using Hub.Agreements.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Agreements;

/// <summary><c>hub agreements withdraw</c>.</summary>
internal static class WithdrawFromFramework
{
    public static Command Create() => HubCommand.Write(
        new Command("withdraw", "Leave a framework at once.") { Said.Agreement, Said.Because },
        call => call.Hub.Agreements.WithdrawFromFrameworkAsync(
            new WithdrawFromFrameworkRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                AgreementId = call.Of(Said.Agreement),
                Because = call.Of(Said.Because),
            },
            call.Options));
}
