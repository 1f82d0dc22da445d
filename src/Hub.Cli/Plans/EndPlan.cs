using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Plans.V1;

namespace Hub.Cli.Plans;

/// <summary><c>hub plans end</c>.</summary>
internal static class EndPlan
{
    private static readonly Option<PlanState> State = Word.Option<PlanState>("--state", "The state it ends in, ended when not said,");

    public static Command Create() => HubCommand.Write(
        new Command("end", "End a plan for good.") { Said.Person, Said.Plan, Said.Etag, State, Said.EndsOn, Said.Because },
        call => call.Hub.Plans.EndPlanAsync(
            new EndPlanRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                PlanId = call.Of(Said.Plan),
                Etag = call.Of(Said.Etag),
                State = call.Of(State) is var state and not PlanState.Unspecified ? state : PlanState.Ended,
                EndsOn = call.Of(Said.EndsOn),
                Because = call.Of(Said.Because),
            },
            call.Options));
}
