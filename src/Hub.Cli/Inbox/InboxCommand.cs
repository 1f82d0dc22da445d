using System.CommandLine;

namespace Hub.Cli.Inbox;

/// <summary><c>hub inbox</c>.</summary>
internal static class InboxCommand
{
    public static Command Create() => new("inbox", "A team's inbox, at the machine's door.")
    {
        RegisterSubscriber.Create(),
        EndSubscriber.Create(),
        WatchInbox.Create(),
        FetchDeliveries.Create(),
        FetchRestricted.Create(),
        ConfirmDeliveries.Create(),
    };
}
