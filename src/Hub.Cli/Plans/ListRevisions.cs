using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Plans.V1;

namespace Hub.Cli.Plans;

/// <summary><c>hub plans revisions</c>.</summary>
internal static class ListRevisions
{
    public static Command Create() => HubCommand.Read(
        new Command("revisions", "Read what was done to a plan, newest first.") { Said.Person, Said.Plan, Said.PageSize, Said.PageToken },
        call => call.Hub.Plans.ListPlanRevisionsAsync(
            new ListPlanRevisionsRequest
            {
                Person = call.Of(Said.Person),
                PlanId = call.Of(Said.Plan),
                PageSize = call.Of(Said.PageSize),
                PageToken = call.Of(Said.PageToken),
            },
            call.Options));
}
