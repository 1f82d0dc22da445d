using System.CommandLine;
using Hub.Circles.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Circles;

/// <summary><c>hub circles end</c>.</summary>
internal static class EndMember
{
    public static Command Create() => HubCommand.Write(
        new Command("end", "Take a team off a circle, or a proposal back.") { Said.Person, Said.Team, Said.Role, Said.Because },
        call => call.Hub.Circles.EndCircleMemberAsync(
            new EndCircleMemberRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                TeamId = call.Of(Said.Team),
                Role = call.Of(Said.Role),
                Because = call.Of(Said.Because),
            },
            call.Options));
}
