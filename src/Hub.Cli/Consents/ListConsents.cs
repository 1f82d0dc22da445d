using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Consents.V1;

namespace Hub.Cli.Consents;

/// <summary><c>hub consents list</c>.</summary>
internal static class ListConsents
{
    public static Command Create() => HubCommand.Read(
        new Command("list", "Read what the own agency has on record of a person's consent.") { Said.Person },
        call => call.Hub.Consents.ListConsentsAsync(new ListConsentsRequest { Person = call.Of(Said.Person) }, call.Options));
}
