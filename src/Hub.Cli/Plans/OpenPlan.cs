using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Plans.V1;

namespace Hub.Cli.Plans;

/// <summary><c>hub plans open</c>.</summary>
internal static class OpenPlan
{
    private static readonly Argument<PlanType> Type = Word.Argument<PlanType>("type", "The plan's type,");

    public static Command Create() => HubCommand.Write(
        new Command("open", "Open a plan about a person; it is active at once.") { Said.Person, Type, Said.StartsOn, Said.EndsOn, Said.Element },
        call => call.Hub.Plans.OpenPlanAsync(
            new OpenPlanRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                Plan = new PlanContent
                {
                    Type = call.Of(Type),
                    StartsOn = call.Of(Said.StartsOn),
                    EndsOn = call.Of(Said.EndsOn),
                    Elements = { call.Of(Said.Element).Select(ElementText.Content) },
                },
            },
            call.Options));
}
