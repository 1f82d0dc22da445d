using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Plans.V1;

namespace Hub.Cli.Plans;

/// <summary><c>hub plans get</c>.</summary>
internal static class GetPlan
{
    public static Command Create() => HubCommand.Read(
        new Command("get", "Read a plan as the caller may see it.") { Said.Person, Said.Plan },
        call => call.Hub.Plans.GetPlanAsync(
            new GetPlanRequest
            {
                Person = call.Of(Said.Person),
                PlanId = call.Of(Said.Plan),
            },
            call.Options));
}
