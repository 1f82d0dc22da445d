using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Inbox.V1;

namespace Hub.Cli.Inbox;

/// <summary><c>hub acknowledge</c>.</summary>
internal static class AcknowledgeCommand
{
    private static readonly Argument<string> Delivery = new("delivery") { Description = "The delivery, by its id." };
    private static readonly Argument<Acknowledgement> Says = Word.Argument<Acknowledgement>("word", "What the practitioner says,");

    public static Command Create() => HubCommand.Write(
        new Command("acknowledge", "Say what a named member of the team does with a delivery; the first stops its clock.") { Said.Team, Delivery, Says },
        call => call.Hub.Inbox.AcknowledgeDeliveryAsync(
            new AcknowledgeDeliveryRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                TeamId = call.Of(Said.Team),
                DeliveryId = call.Of(Delivery),
                Acknowledgement = call.Of(Says),
            },
            call.Options));
}
