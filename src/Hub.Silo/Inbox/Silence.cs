using Hub.Contracts.Calls;
using Hub.Domain;

namespace Hub.Silo.Inbox;

/// <summary>Lets a call that takes access away answer only when nothing that rests on it is under way any more. Asked by entrances, so that no
/// owner is held up.</summary>
internal sealed class Silence(Grounds grounds)
{
    /// <summary>The answer, or TRY_AGAIN: committed, not yet silent. The same request waits again.</summary>
    public async Task<Answer<T>> After<T>(Task<Answer<T>> narrowing, string ground)
        where T : class
    {
        var answer = await narrowing;
        return answer.Value is null || await grounds.Silent(ground) ? answer : Refusal.Because(RefusalReason.TryAgain);
    }
}
