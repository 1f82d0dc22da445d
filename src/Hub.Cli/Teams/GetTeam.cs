using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Teams.V1;

namespace Hub.Cli.Teams;

/// <summary><c>hub teams get</c>.</summary>
internal static class GetTeam
{
    public static Command Create() => HubCommand.Read(
        new Command("get", "Read a team; its own agency sees the role holders too.") { Said.Team },
        call => call.Hub.Teams.GetTeamAsync(new GetTeamRequest { TeamId = call.Of(Said.Team) }, call.Options));
}
