using System.CommandLine;
using Hub.Agreements.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Agreements;

/// <summary><c>hub agreements resume</c>.</summary>
internal static class ResumeAgreement
{
    public static Command Create() => HubCommand.Write(
        new Command("resume", "Take back the own agency's suspension.") { Said.Agreement },
        call => call.Hub.Agreements.ResumeAgreementAsync(
            new ResumeAgreementRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                AgreementId = call.Of(Said.Agreement),
            },
            call.Options));
}
