using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Links.V1;

namespace Hub.Cli.Links;

/// <summary><c>hub links list</c>.</summary>
internal static class ListLinks
{
    public static Command Create() => HubCommand.Read(
        new Command("list", "List the own agency's links of a person.") { Said.Person },
        call => call.Hub.Links.ListLinksAsync(new ListLinksRequest { Person = call.Of(Said.Person) }, call.Options));
}
