using System.CommandLine;
using Hub.Cli.Calls;
using Hub.Inbox.V1;

namespace Hub.Cli.Inbox;

/// <summary><c>hub inbox restricted</c>.</summary>
internal static class FetchRestricted
{
    public static Command Create()
    {
        var command = new Command("restricted", "Read what waits at the person's door of a team and is not kept from the practitioner.") { Said.Team, Said.PageSize };
        command.SetAction((parsed, stop) => HubCommand.Run(parsed, async (hub, screen) =>
        {
            var answer = await hub.Inbox.FetchRestrictedAsync(
                new FetchRestrictedRequest { TeamId = parsed.GetRequiredValue(Said.Team), PageSize = parsed.GetValue(Said.PageSize) }, cancellationToken: stop);
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
