using System.Collections.Immutable;
using Hub.Contracts.Calls;

namespace Hub.Contracts.Inbox;

/// <summary>The way in for calls about inboxes. A stateless worker, key 0: only a team's own agency comes near its inbox; anybody else hears
/// NOT_KNOWN, also of a team that is not there. The machine's door: a connection of the agency is enough, but to acknowledge a
/// practitioner who holds a role in the team must be named.</summary>
[GrainInterfaceType("hub.entrance.inboxes"), Alias("hub.IInboxEntrance")]
public interface IInboxEntrance : IGrainWithIntegerKey
{
    /// <summary>Lets a system of the agency receive; a practitioner must be named.</summary>
    [Alias("RegisterSubscriber")]
    Task<Answer<Done>> RegisterSubscriber(Call call, string team, string subscriber);

    /// <summary>Ends a subscriber; a practitioner must be named.</summary>
    [Alias("EndSubscriber")]
    Task<Answer<Done>> EndSubscriber(Call call, string team, string subscriber);

    /// <summary>Begins to receive.</summary>
    [Alias("Subscribe")]
    Task<Answer<Subscription>> Subscribe(Call call, string team, string subscriber, bool polls, string gateway);

    /// <summary>The next deliveries; the caller is identified anew each time.</summary>
    [Alias("Take")]
    Task<Answer<DeliveryBatch>> Take(Call call, string team, Subscription subscription, int most, TimeSpan patience);

    /// <summary>Ends when the subscription is over or must be aborted at once; else after the patience.</summary>
    [Alias("Watch")]
    Task<LineState> Watch(string team, Subscription subscription, TimeSpan patience);

    /// <summary>Nothing more is taken; whether something must be discarded first.</summary>
    [Alias("Leave")]
    Task<LineState> Leave(string team, Subscription subscription);

    /// <summary>Nothing of the subscription can reach the client any more.</summary>
    [Alias("Ended")]
    Task Ended(string team, Subscription subscription);

    /// <summary>The machine has these deliveries; at most 256.</summary>
    [Alias("Receive")]
    Task<Answer<Done>> Receive(Call call, string team, string subscriber, ImmutableArray<string> deliveries);

    /// <summary>The person's door: what waits in the team's restricted inbox and is not kept from the named practitioner, who must hold a role in the
    /// team; at most 1 to 100, 0 for 50.</summary>
    [Alias("FetchRestricted")]
    Task<Answer<DeliveryBatch>> FetchRestricted(Call call, string team, int most);

    /// <summary>A named person takes a delivery.</summary>
    [Alias("Acknowledge")]
    Task<Answer<Acknowledged>> Acknowledge(Call call, string team, string delivery, int word);
}
