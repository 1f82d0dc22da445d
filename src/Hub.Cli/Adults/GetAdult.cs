using System.CommandLine;
using Hub.Adults.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Adults;

/// <summary><c>hub adults get</c>.</summary>
internal static class GetAdult
{
    private static readonly Argument<string> Adult = new("adult") { Description = "The adult, by the own agency's reference." };

    public static Command Create() => HubCommand.Read(
        new Command("get", "Read what the own agency says of an adult.") { Adult },
        call => call.Hub.Adults.GetAdultAsync(new GetAdultRequest { Adult = call.Of(Adult) }, call.Options));
}
