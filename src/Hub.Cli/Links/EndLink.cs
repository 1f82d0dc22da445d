using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Links.V1;

namespace Hub.Cli.Links;

/// <summary><c>hub links end</c>.</summary>
internal static class EndLink
{
    public static Command Create() => HubCommand.Write(
        new Command("end", "End a link for both sides, or take a proposal back.") { Said.Person, Said.Link, Said.Because },
        call => call.Hub.Links.EndLinkAsync(
            new EndLinkRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                LinkId = call.Of(Said.Link),
                Because = call.Of(Said.Because),
            },
            call.Options));
}
