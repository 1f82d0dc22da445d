using Hub.Contracts.Calls;
using Hub.Contracts.Inbox;
using Hub.Domain;
using Hub.Domain.Teams;

namespace Hub.Silo.Entrance;

/// <summary>What is asked about a delivery of a team by its reference, which does not say at which door it was shown.</summary>
internal static class EitherInbox
{
    /// <summary>The answer of the inbox at the machine's door, or, where that handed nothing over so, of the restricted one.</summary>
    public static async Task<Answer<T>> Ask<T>(IGrainFactory grains, TeamId team, Func<IInbox, Task<Answer<T>>> ask)
        where T : class
    {
        Answer<T>? first = null;
        foreach (var address in InboxAddress.Of(team))
        {
            var answer = await ask(Arrival.Inbox(grains, address.ToString()));
            if (answer.Refusal is not { Reason: RefusalReason.NotDelivered })
            {
                return answer;
            }

            first ??= answer;
        }

        return first!;
    }
}
