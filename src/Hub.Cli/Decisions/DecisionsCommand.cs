using System.CommandLine;

namespace Hub.Cli.Decisions;

/// <summary><c>hub decisions</c>.</summary>
internal static class DecisionsCommand
{
    public static Command Create() => new("decisions", "What named persons decide about recipients.")
    {
        SendDirected.Create(),
        DoNotSend.Create(),
        ShareDirected.Create(),
        RecordNotShared.Create(),
        ListDecisions.Create(),
    };
}
