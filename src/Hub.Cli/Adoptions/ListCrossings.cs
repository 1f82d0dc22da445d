using System.CommandLine;
using Hub.Adoptions.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Adoptions;

/// <summary><c>hub adoptions list</c>.</summary>
internal static class ListCrossings
{
    public static Command Create() => HubCommand.Read(
        new Command("list", "Read what waits for another person.") { AdoptionsCommand.ToPerson },
        call => call.Hub.Adoptions.ListCrossingsAsync(new ListCrossingsRequest { ToPerson = call.Of(AdoptionsCommand.ToPerson) }, call.Options));
}
