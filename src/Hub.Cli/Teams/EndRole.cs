using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Teams.V1;

namespace Hub.Cli.Teams;

/// <summary><c>hub teams end-role</c>.</summary>
internal static class EndRole
{
    public static Command Create() => HubCommand.Write(
        new Command("end-role", "End a practitioner's role in a team.") { Said.Team, Said.Practitioner, Said.Role, Said.Because },
        call => call.Hub.Teams.EndRoleAsync(
            new EndRoleRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                TeamId = call.Of(Said.Team),
                PractitionerId = call.Of(Said.Practitioner),
                Role = call.Of(Said.Role),
                Because = call.Of(Said.Because),
            },
            call.Options));
}
