using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Decisions.V1;

namespace Hub.Cli.Decisions;

/// <summary><c>hub decisions share</c>.</summary>
internal static class ShareDirected
{
    public static Command Create() => HubCommand.Write(
        new Command("share", "Share elements of an own plan with a team that needs no agreement for it: a named practitioner answers for that.")
        {
            Said.Person, Said.Plan, Said.Severity, Grounds.Recipient, Grounds.Elements, Grounds.Ground, Grounds.Need, Grounds.Test, Grounds.Lawful, Grounds.Confidentiality,
        },
        call => call.Hub.Decisions.ShareDirectedAsync(
            new ShareDirectedRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                Person = call.Of(Said.Person),
                PlanId = call.Of(Said.Plan),
                ElementIds = { call.Of(Grounds.Elements) },
                RecipientTeamId = call.Of(Grounds.Recipient),
                Severity = call.Of(Said.Severity),
                Justification = Grounds.Of(call),
            },
            call.Options));
}
