using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Rules.V1;

namespace Hub.Cli.Rules;

/// <summary><c>hub rules list</c>.</summary>
internal static class ListEditions
{
    public static Command Create() => HubCommand.Read(
        new Command("list", "List all editions, without their tables."),
        call => call.Hub.Rules.ListEditionsAsync(new ListEditionsRequest(), call.Options));
}
