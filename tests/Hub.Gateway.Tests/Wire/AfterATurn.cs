using Hub.Client.Errors;

namespace Hub.Gateway.Tests.Wire;

/// <summary>A wall clock that jumps costs a silo its lease until the next renewal: until then it shows nothing and decides nothing.</summary>
internal static class AfterATurn
{
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
