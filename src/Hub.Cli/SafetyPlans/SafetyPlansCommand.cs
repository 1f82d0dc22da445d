using System.CommandLine;

namespace Hub.Cli.SafetyPlans;

/// <summary><c>hub safety-plans</c>.</summary>
internal static class SafetyPlansCommand
{
    public static Command Create() => new("safety-plans", "Who is told by a person's safety plan.")
    {
        AgreeInformee.Create(),
        EndInformee.Create(),
        RecordInformeeConsent.Create(),
        ListInformees.Create(),
    };
}
