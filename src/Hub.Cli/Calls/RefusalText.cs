using Grpc.Core;
using Hub.Cli.Output;
using Hub.Client.Errors;

namespace Hub.Cli.Calls;

/// <summary>The hub's no, in its own words, on standard error.</summary>
internal static class RefusalText
{
    public static int Show(Screen screen, RpcException failure)
    {
        if (failure is not HubRefusedException refused)
        {
            screen.Complain($"No answer from the hub ({failure.StatusCode}: {failure.Status.Detail}); hub doctor looks for the cause.");
            return ExitCode.UsageOrConnection;
        }

        screen.Complain($"{refused.Reason}: {refused.Status.Detail}");
        foreach (var violation in refused.Violations)
        {
            screen.Aside($"  {violation.Field}: {violation.Rule}");
        }

        // The advice is usually the sentence of the status itself.
        if (refused.Advice.Length > 0 && refused.Advice != refused.Status.Detail)
        {
            screen.Aside($"  {refused.Advice}");
        }

        if (refused.DutyNumbers.Count > 0)
        {
            screen.Aside($"  duty numbers: {string.Join(", ", refused.DutyNumbers)}");
        }

        if (refused.Reference.Length > 0)
        {
            screen.Aside($"  reference: {refused.Reference}");
        }

        if (refused.Reason == HubReasons.TryAgain)
        {
            screen.Aside("  The outcome of a write is not known: say the same again with the same --request-id.");
        }

        return ExitCode.Refused;
    }
}
