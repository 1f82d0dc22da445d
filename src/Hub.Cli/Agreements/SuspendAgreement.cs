using System.CommandLine;
using Hub.Agreements.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Agreements;

/// <summary><c>hub agreements suspend</c>.</summary>
internal static class SuspendAgreement
{
    public static Command Create() => HubCommand.Write(
        new Command("suspend", "Suspend an agreement, or the own part in a framework.") { Said.Agreement, Said.Because },
        call => call.Hub.Agreements.SuspendAgreementAsync(
            new SuspendAgreementRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                AgreementId = call.Of(Said.Agreement),
                Because = call.Of(Said.Because),
            },
            call.Options));
}
