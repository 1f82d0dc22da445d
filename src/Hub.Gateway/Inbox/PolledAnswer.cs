using Hub.Contracts.Inbox;
using Hub.Gateway.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Hub.Gateway.Inbox;

/// <summary>Watches over an answer with deliveries until its client has confirmed them or asked again. A small answer counts as written while it
/// still waits for a client that does not read, so what the silo calls back is discarded with its connection.</summary>
internal static class PolledAnswer
{
    private static readonly TimeSpan Watch = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static void Guard(IInboxEntrance entrance, string team, Subscription subscription, Contact contact, Task recall, HttpContext http, TimeProvider time)
    {
        // The connection outlives the call, whose own parts are used again for another one.
        var connection = http.Features.Get<IConnectionLifetimeFeature>();
        http.Features.Get<GuardedOutput>()?.Hold(GuardedOutput.Of(http), () => contact.MayGo && !recall.IsCompleted);
        _ = Guard(entrance, team, subscription, contact, recall, connection, time);
    }

    private static async Task Guard(
        IInboxEntrance entrance, string team, Subscription subscription, Contact contact, Task recall, IConnectionLifetimeFeature? connection,
        TimeProvider time)
    {
        using var outOfContact = contact.Over.UnsafeRegister(c => ((IConnectionLifetimeFeature?)c)?.Abort(), connection);

#pragma warning disable CA1031 // Nobody waits for this task; a silo that cannot be asked can call nothing back.
        try
        {
            for (var began = time.GetTimestamp(); time.GetElapsedTime(began) < Patience;)
            {
                var watch = entrance.Watch(team, subscription, Watch);
                await Task.WhenAny(watch, recall).WaitAsync(Watch * 2, time);
                var state = watch.IsCompleted ? await watch : LineState.MustAbort;
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
        finally
        {
            contact.LetGo(subscription.Number);
        }
#pragma warning restore CA1031
    }
}
