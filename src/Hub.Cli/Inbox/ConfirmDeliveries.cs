using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Inbox.V1;

namespace Hub.Cli.Inbox;

/// <summary><c>hub inbox confirm</c>.</summary>
internal static class ConfirmDeliveries
{
    private static readonly Argument<string[]> Deliveries = new("deliveries") { Description = "The deliveries, by their ids.", Arity = ArgumentArity.OneOrMore };

    public static Command Create() => HubCommand.Read(
        new Command("confirm", "Say that the subscriber's machine has deliveries; they do not come again.") { Said.Team, Said.Subscriber, Deliveries },
        call => call.Hub.Inbox.ConfirmDeliveriesAsync(
            new ConfirmDeliveriesRequest
            {
                TeamId = call.Of(Said.Team),
                Subscriber = call.Of(Said.Subscriber),
                DeliveryIds = { call.Of(Deliveries) },
            },
            call.Options));
}
