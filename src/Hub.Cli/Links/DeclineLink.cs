using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Links.V1;

namespace Hub.Cli.Links;

/// <summary><c>hub links decline</c>.</summary>
internal static class DeclineLink
{
    public static Command Create() => HubCommand.Write(
        new Command("decline", "Decline a proposed link; the proposer is not told.") { Said.Person, Said.Link, Said.Because },
        call => call.Hub.Links.DeclineLinkAsync(
            new DeclineLinkRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                LinkId = call.Of(Said.Link),
                Because = call.Of(Said.Because),
            },
            call.Options));
}
