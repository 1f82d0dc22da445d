using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Safetyplans.V1;

namespace Hub.Cli.SafetyPlans;

/// <summary><c>hub safety-plans list</c>.</summary>
internal static class ListInformees
{
    public static Command Create() => HubCommand.Read(
        new Command("list", "List who is told by the own agency's safety plans.") { Said.Person },
        call => call.Hub.SafetyPlans.ListInformeesAsync(new ListInformeesRequest { Person = call.Of(Said.Person) }, call.Options));
}
