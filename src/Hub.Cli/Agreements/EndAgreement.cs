using System.CommandLine;
using Hub.Agreements.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Agreements;

/// <summary><c>hub agreements end</c>.</summary>
internal static class EndAgreement
{
    public static Command Create() => HubCommand.Write(
        new Command("end", "End an agreement at once.") { Said.Agreement, Said.Because },
        call => call.Hub.Agreements.EndAgreementAsync(
            new EndAgreementRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                AgreementId = call.Of(Said.Agreement),
                Because = call.Of(Said.Because),
            },
            call.Options));
}
