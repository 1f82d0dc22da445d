using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Decisions.V1;

namespace Hub.Cli.Decisions;

/// <summary><c>hub decisions list</c>.</summary>
internal static class ListDecisions
{
    public static Command Create() => HubCommand.Read(
        new Command("list", "Read what named persons of the own agency decided about a person, newest first.") { Said.Person, Said.PageSize, Said.PageToken },
        call => call.Hub.Decisions.ListDecisionsAsync(
            new ListDecisionsRequest { Person = call.Of(Said.Person), PageSize = call.Of(Said.PageSize), PageToken = call.Of(Said.PageToken) },
            call.Options));
}
