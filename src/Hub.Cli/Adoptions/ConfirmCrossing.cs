using System.CommandLine;
using Hub.Adoptions.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Adoptions;

/// <summary><c>hub adoptions confirm</c>.</summary>
internal static class ConfirmCrossing
{
    private static readonly Argument<string> Crossing = new("crossing") { Description = "What was proposed, by the own agency's reference." };

    public static Command Create() => HubCommand.Write(
        new Command("confirm", "Write what another person proposed into its plan.") { AdoptionsCommand.ToPerson, Crossing },
        call => call.Hub.Adoptions.ConfirmCrossingAsync(
            new ConfirmCrossingRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                ToPerson = call.Of(AdoptionsCommand.ToPerson),
                CrossingId = call.Of(Crossing),
            },
            call.Options));
}
