using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Inbox.V1;

namespace Hub.Cli.Inbox;

/// <summary><c>hub inbox fetch</c>.</summary>
internal static class FetchDeliveries
{
    private static readonly Option<int> Wait = new("--wait") { Description = "Seconds to wait when there is nothing, 0 to 30." };

    public static Command Create()
    {
        var command = new Command("fetch", "Receive the next deliveries by asking; what is not confirmed comes again.") { Said.Team, Said.Subscriber, Wait };
        command.SetAction((parsed, stop) => HubCommand.Run(parsed, async (hub, screen) =>
        {
            var answer = await hub.Inbox.FetchDeliveriesAsync(
                new FetchDeliveriesRequest
                {
                    TeamId = parsed.GetRequiredValue(Said.Team),
                    Subscriber = parsed.GetRequiredValue(Said.Subscriber),
                    WaitSeconds = parsed.GetValue(Wait),
                },
                cancellationToken: stop);
            foreach (var delivery in answer.Deliveries)
            {
                screen.Show(delivery);
            }

            if (answer.Deliveries.Count == 0)
            {
                screen.Aside("nothing");
            }
        }, stop));
        return command;
    }
}
