using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Teams.V1;

namespace Hub.Cli.Teams;

/// <summary><c>hub teams open</c>.</summary>
internal static class OpenTeam
{
    private static readonly Option<string> Name = new("--name") { Description = "Name of the team.", Required = true };

    public static Command Create() => HubCommand.Write(
        new Command("open", "Open a team or correct its profile.") { Said.Team, Name, Said.DutyNumber },
        call => call.Hub.Teams.OpenTeamAsync(
            new OpenTeamRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                TeamId = call.Of(Said.Team),
                Name = call.Of(Name),
                DutyNumber = call.Of(Said.DutyNumber),
            },
            call.Options));
}
