using Hub.Contracts.Calls;
using Hub.Contracts.Inbox;
using Hub.Domain;
using Hub.Domain.Teams;

namespace Hub.Silo.Entrance;

/// <summary>What is asked about a delivery of a team by its reference, which does not say at which door it was shown.</summary>
internal static class EitherInbox
{
    /// <summary>The answer of the inbox at the machine's door, or, where that handed nothing over so, of the restricted one; and which of them it was.</summary>
    public static async Task<(InboxAddress At, Answer<T> Answer)> Ask<T>(IGrainFactory grains, TeamId team, Func<IInbox, Task<Answer<T>>> ask)
        where T : class
    {
        var door = await Of(new InboxAddress(team, IsRestricted: false));
        return door.Answer.Refusal is { Reason: RefusalReason.NotDelivered } ? await Of(new InboxAddress(team, IsRestricted: true)) : door;

        async Task<(InboxAddress At, Answer<T> Answer)> Of(InboxAddress at) => (at, await ask(Arrival.Inbox(grains, at.ToString())));
    }
}
