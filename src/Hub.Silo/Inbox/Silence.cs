using Hub.Contracts.Calls;
using Hub.Domain;
using Hub.Silo.Cluster;

namespace Hub.Silo.Inbox;

/// <summary>Lets a write that took something away, or that every silo must hear of, answer only when every silo knows and nothing that rests on what
/// was before is under way any more. Asked by entrances, so that no owner is held up.</summary>
internal sealed class Silence(ClusterBarrier barrier)
{
    /// <summary>The answer, or NOT_YET_SILENT: committed, but not confirmed in time. The same request waits again.</summary>
    public async Task<Answer<T>> After<T>(Task<Answer<T>> write, string ground)
        where T : class
    {
        var answer = await write;
        return answer.Value is null || !answer.AwaitsSilence || await barrier.Falls(ground) ? answer : Refusal.Because(RefusalReason.NotYetSilent);
    }
}
