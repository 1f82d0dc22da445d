using System.CommandLine;
using Hub.Agencies.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Agencies;

/// <summary><c>hub agencies delegations</c>.</summary>
internal static class ListDelegations
{
    public static Command Create() => HubCommand.Read(
        new Command("delegations", "Read who acts for whom in the own agency."),
        call => call.Hub.Agencies.ListDelegationsAsync(new ListDelegationsRequest(), call.Options));
}
