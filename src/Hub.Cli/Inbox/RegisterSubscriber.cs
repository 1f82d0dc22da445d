using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Inbox.V1;

namespace Hub.Cli.Inbox;

/// <summary><c>hub inbox register</c>.</summary>
internal static class RegisterSubscriber
{
    public static Command Create() => HubCommand.Write(
        new Command("register", "Let a system of the agency receive.") { Said.Team, Said.Subscriber },
        call => call.Hub.Inbox.RegisterSubscriberAsync(
            new RegisterSubscriberRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                TeamId = call.Of(Said.Team),
                Subscriber = call.Of(Said.Subscriber),
            },
            call.Options));
}
