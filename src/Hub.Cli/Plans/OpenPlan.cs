using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Plans.V1;

namespace Hub.Cli.Plans;

/// <summary><c>hub plans open</c>.</summary>
internal static class OpenPlan
{
    private static readonly Argument<PlanType> Type = Word.Argument<PlanType>("type", "The plan's type,");
    private static readonly Option<string[]> Element = new("--element") { Description = $"An element of the plan, {ElementText.Form}; may be repeated." };

    public static Command Create() => HubCommand.Write(
        new Command("open", "Open a plan about a person; it is active at once.") { Said.Person, Type, Said.StartsOn, Said.EndsOn, Element },
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
                    Elements = { call.Of(Element).Select(ElementText.Content) },
                },
            },
            call.Options));
}
