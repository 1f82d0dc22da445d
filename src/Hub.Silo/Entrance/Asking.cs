using Hub.Contracts.Calls;
using Hub.Domain;

namespace Hub.Silo.Entrance;

/// <summary>Questions that one owner, or an entrance, has for another.</summary>
internal static class Asking
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The answer; TRY_AGAIN when none comes within two seconds, or within another patience, or when it comes so late that it may not hold
    /// any more.</summary>
    public static async Task<Answer<T>> InTime<T>(this Task<Answer<T>> question, TimeProvider time, TimeSpan? patience = null)
        where T : class
    {
        try
        {
            var asked = time.GetTimestamp();
            var answer = await question.WaitAsync(patience ?? Patience, time);
            return time.GetElapsedTime(asked) > answer.Left ? Refusal.Because(RefusalReason.TryAgain) : answer;
        }
        catch (Exception e) when (e is TimeoutException or OrleansException)
        {
            return Refusal.Because(RefusalReason.TryAgain);
        }
    }
}
