using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Links.V1;

namespace Hub.Cli.Links;

/// <summary><c>hub links accept</c>.</summary>
internal static class AcceptLink
{
    public static Command Create() => HubCommand.Write(
        new Command("accept", "Accept a proposed link for a plan of the own agency.") { Said.Person, Said.Link, Said.Plan },
        call => call.Hub.Links.AcceptLinkAsync(
            new AcceptLinkRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                LinkId = call.Of(Said.Link),
                PlanId = call.Of(Said.Plan),
            },
            call.Options));
}
