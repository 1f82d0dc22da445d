using System.CommandLine;
using Grpc.Core;
using Hub.Cli.Calls;
using Hub.Cli.Output;
using Hub.Client;
using Hub.Client.Inbox;

namespace Hub.Cli.Inbox;

/// <summary><c>hub inbox watch</c>: shows deliveries as they come, until Ctrl+C.</summary>
internal static class WatchInbox
{
    private static readonly Option<bool> NoConfirm = new("--no-confirm") { Description = "Leave what is shown unconfirmed: it comes again." };

    public static Command Create()
    {
        var command = new Command("watch", "Show deliveries as they come and confirm each once it was shown; Ctrl+C ends it.") { Said.Team, Said.Subscriber, NoConfirm };
        command.SetAction((parsed, stop) => HubCommand.Run(parsed, (hub, screen) => Watch(hub, screen, parsed, stop), stop));
        return command;
    }

    private static async Task Watch(HubClient hub, Screen screen, ParseResult parsed, CancellationToken stop)
    {
        var (team, subscriber) = (parsed.GetRequiredValue(Said.Team), parsed.GetRequiredValue(Said.Subscriber));
        var inbox = new HubInbox(hub) { Interrupted = e => screen.Aside($"interrupted ({e.StatusCode}: {e.Status.Detail}); subscribing again") };
        screen.Aside($"watching {team} as {subscriber}; Ctrl+C ends it");
        try
        {
            await foreach (var delivery in inbox.ReadAll(team, subscriber, stop))
            {
                screen.Show(delivery);
                if (parsed.GetValue(NoConfirm))
                {
                    continue;
                }

                try
                {
                    await inbox.Confirm(team, subscriber, [delivery], stop);
                }
                catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.ResourceExhausted or StatusCode.Aborted)
                {
                    screen.Aside($"not confirmed ({e.StatusCode}): {delivery.DeliveryId} comes again");
                }
            }
        }
        catch (Exception e) when (stop.IsCancellationRequested && e is OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled })
        {
            screen.Aside("ended");
        }
    }
}
