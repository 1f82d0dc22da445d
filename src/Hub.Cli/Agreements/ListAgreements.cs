using System.CommandLine;
using Hub.Agreements.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Agreements;

/// <summary><c>hub agreements list</c>.</summary>
internal static class ListAgreements
{
    public static Command Create() => HubCommand.Read(
        new Command("list", "List the own agency's agreements.") { Said.PageSize, Said.PageToken },
        call => call.Hub.Agreements.ListAgreementsAsync(
            new ListAgreementsRequest
            {
                PageSize = call.Of(Said.PageSize),
                PageToken = call.Of(Said.PageToken),
            },
            call.Options));
}
