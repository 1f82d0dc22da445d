using System.CommandLine;
using Hub.Circles.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Circles;

/// <summary><c>hub circles add</c>.</summary>
internal static class AddMember
{
    public static Command Create() => HubCommand.Write(
        new Command("add", "Put a team on a person's circle, or propose it to the lead.") { Said.Person, Said.Team, Said.Role },
        call => call.Hub.Circles.AddCircleMemberAsync(
            new AddCircleMemberRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                TeamId = call.Of(Said.Team),
                Role = call.Of(Said.Role),
            },
            call.Options));
}
