using System.CommandLine;
using Hub.Agreements.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Agreements;

/// <summary><c>hub agreements accede</c>.</summary>
internal static class AccedeToFramework
{
    public static Command Create() => HubCommand.Write(
        new Command("accede", "Join a framework.") { Said.Agreement },
        call => call.Hub.Agreements.AccedeToFrameworkAsync(
            new AccedeToFrameworkRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                AgreementId = call.Of(Said.Agreement),
            },
            call.Options));
}
