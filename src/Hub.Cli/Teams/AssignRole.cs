using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Teams.V1;

namespace Hub.Cli.Teams;

/// <summary><c>hub teams assign</c>.</summary>
internal static class AssignRole
{
    public static Command Create() => HubCommand.Write(
        new Command("assign", "Give a practitioner a role in a team.") { Said.Team, Said.Practitioner, Said.Role },
        call => call.Hub.Teams.AssignRoleAsync(
            new AssignRoleRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                TeamId = call.Of(Said.Team),
                PractitionerId = call.Of(Said.Practitioner),
                Role = call.Of(Said.Role),
            },
            call.Options));
}
