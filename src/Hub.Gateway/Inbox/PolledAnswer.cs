using Hub.Contracts.Inbox;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Hub.Gateway.Inbox;

/// <summary>Watches over an answer with deliveries until its client has confirmed them or asked again. A small answer counts as written while it
/// still waits for a client that does not read, so what the silo calls back is discarded with its connection.</summary>
internal static class PolledAnswer
{
    private static readonly TimeSpan Watch = TimeSpan.FromSeconds(20);
    private const int Watches = 3;

    public static void Guard(IInboxEntrance entrance, string team, Subscription subscription, HttpContext http, TimeProvider time)
    {
        // The connection outlives the call, whose own parts are used again for another one.
        var connection = http.Features.Get<IConnectionLifetimeFeature>();
        _ = Guard(entrance, team, subscription, connection, time);
    }

    private static async Task Guard(IInboxEntrance entrance, string team, Subscription subscription, IConnectionLifetimeFeature? connection, TimeProvider time)
    {
#pragma warning disable CA1031 // Nobody waits for this task; a silo that cannot be asked can call nothing back.
        try
        {
            for (var watched = 0; watched < Watches; watched++)
            {
                var state = await entrance.Watch(team, subscription, Watch).WaitAsync(Watch * 2, time);
                if (state == LineState.Over)
                {
                    return;
                }

                if (state == LineState.MustAbort)
                {
                    break;
                }
            }

            connection?.Abort();
            await entrance.Ended(team, subscription);
        }
        catch (Exception)
        {
            connection?.Abort();
        }
#pragma warning restore CA1031
    }
}
