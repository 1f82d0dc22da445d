using System.CommandLine;
using Hub.Agreements.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Agreements;

/// <summary><c>hub agreements get</c>.</summary>
internal static class GetAgreement
{
    public static Command Create() => HubCommand.Read(
        new Command("get", "Read an agreement of the own agency.") { Said.Agreement },
        call => call.Hub.Agreements.GetAgreementAsync(new GetAgreementRequest { AgreementId = call.Of(Said.Agreement) }, call.Options));
}
