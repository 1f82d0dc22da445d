using System.CommandLine;
using Hub.Children.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Children;

/// <summary><c>hub children get</c>.</summary>
internal static class GetChild
{
    private static readonly Argument<string> Child = new("child") { Description = "The child, by the own agency's reference." };

    public static Command Create() => HubCommand.Read(
        new Command("get", "Read what the own agency says of a child.") { Child },
        call => call.Hub.Children.GetChildAsync(new GetChildRequest { Child = call.Of(Child) }, call.Options));
}
