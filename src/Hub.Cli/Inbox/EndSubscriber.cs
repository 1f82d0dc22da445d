using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Inbox.V1;

namespace Hub.Cli.Inbox;

/// <summary><c>hub inbox end</c>.</summary>
internal static class EndSubscriber
{
    public static Command Create() => HubCommand.Write(
        new Command("end", "End a subscriber and what it holds open.") { Said.Team, Said.Subscriber },
        call => call.Hub.Inbox.EndSubscriberAsync(
            new EndSubscriberRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                TeamId = call.Of(Said.Team),
                Subscriber = call.Of(Said.Subscriber),
            },
            call.Options));
}
