using System.CommandLine;
using Hub.Agencies.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Agencies;

/// <summary><c>hub agencies delegate</c>.</summary>
internal static class RecordDelegation
{
    public static Command Create() => HubCommand.Write(
        new Command("delegate", "Put on record that one practitioner acts for another; by a third one, who manages a team.")
        {
            AgenciesCommand.Of, AgenciesCommand.To, Said.StartsOn, Said.EndsOn, Said.Because,
        },
        call => call.Hub.Agencies.RecordDelegationAsync(
            new RecordDelegationRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                OfPractitionerId = call.Of(AgenciesCommand.Of),
                ToPractitionerId = call.Of(AgenciesCommand.To),
                StartsOn = call.Of(Said.StartsOn),
                EndsOn = call.Of(Said.EndsOn),
                Because = call.Of(Said.Because),
            },
            call.Options));
}
