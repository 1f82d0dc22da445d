using System.CommandLine;
using Hub.Agreements.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Agreements;

/// <summary><c>hub agreements sign</c>.</summary>
internal static class SignAgreement
{
    public static Command Create() => HubCommand.Write(
        new Command("sign", "Sign an agreement that was proposed to the own agency.") { Said.Agreement },
        call => call.Hub.Agreements.SignAgreementAsync(
            new SignAgreementRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                AgreementId = call.Of(Said.Agreement),
            },
            call.Options));
}
