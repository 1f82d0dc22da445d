using System.CommandLine;
using Hub.Circles.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Circles;

/// <summary><c>hub circles get</c>.</summary>
internal static class GetCircle
{
    public static Command Create() => HubCommand.Read(
        new Command("get", "Read a circle as the caller may see it.") { Said.Person },
        call => call.Hub.Circles.GetCircleAsync(new GetCircleRequest { Person = call.Of(Said.Person) }, call.Options));
}
