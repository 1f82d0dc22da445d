using System.CommandLine;
using Hub.Agencies.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Agencies;

/// <summary><c>hub agencies end-delegation</c>.</summary>
internal static class EndDelegation
{
    public static Command Create() => HubCommand.Write(
        new Command("end-delegation", "Say that one practitioner acts for another no more.") { AgenciesCommand.Of, AgenciesCommand.To, Said.Because },
        call => call.Hub.Agencies.EndDelegationAsync(
            new EndDelegationRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                OfPractitionerId = call.Of(AgenciesCommand.Of),
                ToPractitionerId = call.Of(AgenciesCommand.To),
                Because = call.Of(Said.Because),
            },
            call.Options));
}
