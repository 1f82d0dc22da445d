using System.CommandLine;

namespace Hub.Cli.Consents;

/// <summary><c>hub consents</c>.</summary>
internal static class ConsentsCommand
{
    public static Command Create() => new("consents", "What a person consents to.")
    {
        RecordConsent.Create(),
        ListConsents.Create(),
    };
}
