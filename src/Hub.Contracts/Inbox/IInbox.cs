using System.Collections.Immutable;
using Hub.Contracts.Calls;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Deciding;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Plans;
using Orleans.Concurrency;

namespace Hub.Contracts.Inbox;

/// <summary>Owner of one team's inbox: who receives, how far, what a named person said. Key: <c>i_</c> and the team id. The entrance has settled
/// that the caller is of the team's agency.</summary>
[GrainInterfaceType("hub.inbox"), Alias("hub.IInbox")]
public interface IInbox : IGrainWithStringKey
{
    /// <summary>Lets a system of the agency receive.</summary>
    [Alias("RegisterSubscriber")]
    Task<Answer<Done>> RegisterSubscriber(Caller caller, RegisterSubscriber command);

    /// <summary>Ends a subscriber; what it holds open is aborted.</summary>
    [Alias("EndSubscriber")]
    Task<Answer<Done>> EndSubscriber(Caller caller, EndSubscriber command);

    /// <summary>Begins to receive from the subscriber's mark on; an earlier subscription of the same subscriber ends. NOT_KNOWN when it is
    /// not registered. The gateway has let itself be heard at the door of the silo that the answer names before it takes anything.</summary>
    [AlwaysInterleave, Alias("Subscribe")]
    Task<Answer<Subscription>> Subscribe(Caller caller, string subscriber, bool polls, string gateway);

    /// <summary>The next deliveries, red first; empty after <paramref name="patience"/>. Whoever calls again has written the batch before.
    /// TRY_AGAIN when the subscription is over.</summary>
    [AlwaysInterleave, Alias("Take")]
    Task<Answer<DeliveryBatch>> Take(Caller caller, KeyFingerprint connection, Subscription subscription, int most, TimeSpan patience);

    /// <summary>Ends when the subscription is over or must be aborted at once; else after <paramref name="patience"/>.</summary>
    [AlwaysInterleave, Alias("Watch")]
    Task<LineState> Watch(Subscription subscription, TimeSpan patience);

    /// <summary>Nothing more is taken. Over when all that was given has been received; else something may still be held for a client that does
    /// not read, and must be discarded before <see cref="Ended"/> is said.</summary>
    [AlwaysInterleave, Alias("Leave")]
    Task<LineState> Leave(Subscription subscription);

    /// <summary>Nothing of the subscription can reach the client any more. What was not received waits again.</summary>
    [AlwaysInterleave, Alias("Ended")]
    Task Ended(Subscription subscription);

    /// <summary>The subscriber's machine has these. NOT_DELIVERED, and nothing is taken, when one was never handed over to it.</summary>
    [AlwaysInterleave, Alias("Receive")]
    Task<Answer<Done>> Receive(Caller caller, string subscriber, ImmutableArray<DeliveryPlace> places);

    /// <summary>A named member of the team takes a delivery. NOT_DELIVERED when it was never handed over here.</summary>
    [Alias("Acknowledge")]
    Task<Answer<Acknowledged>> Acknowledge(Caller caller, Acknowledge command);

    /// <summary>What waits at the person's door of a restricted inbox and is not kept from the caller, red first, until somebody has taken it; none at
    /// the other inbox. On the ledger by the caller's name.</summary>
    [Alias("Open")]
    Task<Answer<DeliveryBatch>> Open(Caller caller, KeyFingerprint connection, int most);

    /// <summary>The elements of a delivery about <paramref name="subject"/>, cut as they may be seen now; none once nothing may. NOT_DELIVERED when
    /// it was never handed over here.</summary>
    [Alias("Delivered")]
    Task<Answer<DeliveredElements>> Delivered(Caller caller, DeliveryPlace place, PersonId subject);

    /// <summary>What a delivery asks this team to decide. NOT_DELIVERED when it was never handed over here.</summary>
    [Alias("Asked")]
    Task<Answer<AskedOf>> Asked(Caller caller, DeliveryPlace place);

    /// <summary>Decides waiting deliveries again whose verdict has lost its ground, and puts the outcome on record.</summary>
    [Alias("DecideAgain")]
    Task DecideAgain(ImmutableArray<DeliveryPlace> places);

    /// <summary>The same, without being told which: of what waits here after a place for any of the team's systems, looks at one page. By narrowings up to
    /// <paramref name="through"/> at least.</summary>
    [Alias("DecideWaiting")]
    Task<DecidedWaiting> DecideWaiting(DeliveryPlace after, long through);

    /// <summary>Puts deliveries aside that are not what their owner wrote, on record, and tells the team that there is something to ask for. What
    /// cannot be put aside now waits.</summary>
    [Alias("Quarantine")]
    Task Quarantine(ImmutableArray<DeliveryPlace> places);

    /// <summary>Nobody took it in time: goes on record, unless somebody has. True when that is settled.</summary>
    [Alias("Escalate")]
    Task<bool> Escalate(DeliveryPlace place);

    /// <summary>How far a delivery that was recorded at <paramref name="recorded"/> has come here.</summary>
    [Alias("Progress")]
    Task<Answer<Progress>> Progress(DeliveryPlace place, Moment recorded);

    /// <summary>Takes the state into memory. True when it is there.</summary>
    [Alias("Wake")]
    Task<bool> Wake();
}

/// <summary>One subscriber's reading, from its beginning to its abort.</summary>
/// <param name="Subscriber">The registered system.</param>
/// <param name="Number">Random; names this reading and no other.</param>
/// <param name="Polls">Whether it is one poll and no stream.</param>
/// <param name="Silo">The silo that gives, by the key of its door.</param>
[GenerateSerializer, Immutable, Alias("hub.Subscription")]
public sealed record Subscription([Id(0)] string Subscriber, [Id(1)] long Number, [Id(2)] bool Polls, [Id(3)] string Silo);

/// <summary>Whether what was given to a subscription may still go out.</summary>
public enum LineState
{
    /// <summary>It may.</summary>
    Open = 1,

    /// <summary>It must be discarded at once.</summary>
    MustAbort = 2,

    /// <summary>The silo expects nothing of it any more.</summary>
    Over = 3,
}

/// <summary>Some deliveries, in the order of handing over.</summary>
/// <param name="Deliveries">May be empty.</param>
[GenerateSerializer, Immutable, Alias("hub.DeliveryBatch")]
public sealed record DeliveryBatch([Id(0)] ImmutableArray<DeliveryShown> Deliveries);

/// <summary>What became of a page of what waits.</summary>
/// <param name="Next">From where to go on; null at the end.</param>
/// <param name="IsAll">Whether all of it that had lost its ground is decided; false when some of it cannot be decided now.</param>
[GenerateSerializer, Immutable, Alias("hub.DecidedWaiting")]
public sealed record DecidedWaiting([Id(0)] DeliveryPlace? Next, [Id(1)] bool IsAll);

/// <summary>What a delivery shows of elements.</summary>
/// <param name="Elements">In order; without content when removed.</param>
[GenerateSerializer, Immutable, Alias("hub.DeliveredElements")]
public sealed record DeliveredElements([Id(0)] ImmutableArray<DeliveredElement> Elements);

/// <summary>Whether an acknowledgement was the first.</summary>
/// <param name="IsFirst">Whether it stopped the clock.</param>
[GenerateSerializer, Immutable, Alias("hub.Acknowledged")]
public sealed record Acknowledged([Id(0)] bool IsFirst);

/// <summary>What a team was asked to decide.</summary>
/// <param name="Kind">Whether it is about a child or an adult.</param>
/// <param name="Person">The person.</param>
/// <param name="Decision">What has to be decided.</param>
[GenerateSerializer, Immutable, Alias("hub.AskedOf")]
public sealed record AskedOf([Id(0)] PersonKind Kind, [Id(1)] PersonId Person, [Id(2)] AskedDecision Decision);
