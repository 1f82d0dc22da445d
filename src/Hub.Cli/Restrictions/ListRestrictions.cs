using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Restrictions.V1;

namespace Hub.Cli.Restrictions;

/// <summary><c>hub restrictions list</c>.</summary>
internal static class ListRestrictions
{
    public static Command Create() => HubCommand.Read(
        new Command("list", "Read the restrictions of a person that the own team guards.") { Said.Person },
        call => call.Hub.Restrictions.ListRestrictionsAsync(new ListRestrictionsRequest { Person = call.Of(Said.Person) }, call.Options));
}
