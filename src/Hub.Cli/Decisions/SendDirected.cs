using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Decisions.V1;

namespace Hub.Cli.Decisions;

/// <summary><c>hub decisions send</c>.</summary>
internal static class SendDirected
{
    public static Command Create() => HubCommand.Write(
        new Command("send", "Answer a needs-decision delivery by sending what the recipient's role needs of it.")
        {
            Said.Team, Grounds.Item, Grounds.Ground, Grounds.Need, Grounds.Test, Grounds.Lawful, Grounds.Confidentiality, Grounds.Elements,
        },
        call => call.Hub.Decisions.SendDirectedAsync(
            new SendDirectedRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                TeamId = call.Of(Said.Team),
                DeliveryId = call.Of(Grounds.Item),
                ElementIds = { call.Of(Grounds.Elements) },
                Justification = Grounds.Of(call),
            },
            call.Options));
}
