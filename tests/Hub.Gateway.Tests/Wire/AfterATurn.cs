using Hub.Client;
using Hub.Client.Errors;
using Hub.Inbox.V1;

namespace Hub.Gateway.Tests.Wire;

/// <summary>A wall clock that jumps costs a silo its lease until the next renewal: until then it shows nothing and decides nothing.</summary>
internal static class AfterATurn
{
    /// <summary>Returns when the silo has its lease again: until then it does not even say who is not known to it.</summary>
    public static Task Over(HubClient agency, string team) => Settle(async () =>
    {
        try
        {
            await agency.Inbox.FetchDeliveriesAsync(new FetchDeliveriesRequest { TeamId = team, Subscriber = "nobody" });
        }
        catch (HubRefusedException refused) when (refused.Reason == HubReasons.NotKnown)
        {
            // It answers.
        }
    });

    /// <summary>Makes the call until it is not told to try again any more.</summary>
    public static async Task Settle(Func<Task> call)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            try
            {
                await call();
                return;
            }
            catch (HubRefusedException refused) when (refused.Reason == HubReasons.TryAgain)
            {
                patience.Token.ThrowIfCancellationRequested();
            }
        }
    }
}
