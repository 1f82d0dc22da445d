using System.CommandLine;
using Hub.Agreements.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Agreements;

/// <summary><c>hub agreements list-frameworks</c>.</summary>
internal static class ListFrameworks
{
    public static Command Create() => HubCommand.Read(
        new Command("list-frameworks", "List the frameworks that are not over.") { Said.PageSize, Said.PageToken },
        call => call.Hub.Agreements.ListFrameworksAsync(
            new ListFrameworksRequest
            {
                PageSize = call.Of(Said.PageSize),
                PageToken = call.Of(Said.PageToken),
            },
            call.Options));
}
