using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Decisions.V1;

namespace Hub.Cli.Decisions;

/// <summary><c>hub decisions do-not-send</c>.</summary>
internal static class DoNotSend
{
    public static Command Create() => HubCommand.Write(
        new Command("do-not-send", "Answer a needs-decision delivery by not sending; the recipient sees no difference.")
        {
            Said.Team, Grounds.Item, Said.Because, Grounds.Test, Grounds.Adviser, Grounds.ReviewOn,
        },
        call => call.Hub.Decisions.DoNotSendAsync(
            new DoNotSendRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                TeamId = call.Of(Said.Team),
                DeliveryId = call.Of(Grounds.Item),
                Reason = Grounds.Not(call),
            },
            call.Options));
}
