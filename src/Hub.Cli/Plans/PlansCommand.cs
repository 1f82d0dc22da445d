using System.CommandLine;

namespace Hub.Cli.Plans;

/// <summary><c>hub plans</c>.</summary>
internal static class PlansCommand
{
    public static Command Create() => new("plans", "Plans about a child or an adult.")
    {
        OpenPlan.Create(),
        RevisePlan.Create(),
        EndPlan.Create(),
        AdoptElement.Create(),
        KeepElement.Create(),
        GetPlan.Create(),
        ListRevisions.Create(),
    };
}
