using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Relationships.V1;

namespace Hub.Cli.Relationships;

/// <summary><c>hub relationships list</c>.</summary>
internal static class ListRelationships
{
    public static Command Create() => HubCommand.Read(
        new Command("list", "List a person's relationships as the caller may see them.") { Said.Person },
        call => call.Hub.Relationships.ListRelationshipsAsync(new ListRelationshipsRequest { Person = call.Of(Said.Person) }, call.Options));
}
