using System.CommandLine;
using Hub.Agencies.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Agencies;

/// <summary><c>hub agencies duty-team</c>.</summary>
internal static class SetDutyTeam
{
    public static Command Create() => HubCommand.Write(
        new Command("duty-team", "Name the team that hears of concerns at the agency's place.") { Said.Agency, Said.Team },
        call => call.Hub.Agencies.SetDutyTeamAsync(
            new SetDutyTeamRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                AgencyId = call.Of(Said.Agency),
                TeamId = call.Of(Said.Team),
            },
            call.Options));
}
