using Hub.Contracts.Calls;
using Hub.Domain;

namespace Hub.Silo.Entrance;

/// <summary>Questions that one owner, or an entrance, has for another.</summary>
internal static class Asking
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The answer; TRY_AGAIN when none comes within two seconds, or within another patience.</summary>
    public static async Task<Answer<T>> InTime<T>(this Task<Answer<T>> question, TimeProvider time, TimeSpan? patience = null)
        where T : class
    {
        try
        {
            return await question.WaitAsync(patience ?? Patience, time);
        }
        catch (Exception e) when (e is TimeoutException or OrleansException)
        {
            return Refusal.Because(RefusalReason.TryAgain);
        }
    }
}
