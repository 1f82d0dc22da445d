using System.Text.Json.Serialization;

namespace Hub.Domain.Inbox;

/// <summary>Event <c>subscriber.registered</c>.</summary>
/// <param name="Subscriber">A system of the agency that may receive from now on, with a mark of its own.</param>
public sealed record SubscriberRegistered([property: JsonPropertyName("subscriber")] string Subscriber) : IEvent;

/// <summary>Event <c>subscriber.ended</c>.</summary>
/// <param name="Subscriber">May not receive any more.</param>
public sealed record SubscriberEnded([property: JsonPropertyName("subscriber")] string Subscriber) : IEvent;

/// <summary>Registers a system of the team's agency at the team's inbox. It receives everything that is waiting there.</summary>
/// <param name="Subscriber">A <see cref="Slug"/> of at most 24 characters.</param>
[GenerateSerializer, Immutable, Alias("hub.RegisterSubscriber")]
public sealed record RegisterSubscriber([property: JsonPropertyName("subscriber")][Id(0)] string Subscriber)
{
    /// <summary>Most systems of one inbox.</summary>
    public const int MaxSubscribers = 16;

    /// <summary>Refuses a malformed name and a subscriber past the limit.</summary>
    public Decided Decide(TeamInbox inbox)
        => !Slug.IsValid(Subscriber, 24)
            ? Decided.Refuse(RefusalReason.InvalidField, "subscriber", "must be 2 to 24 characters of a-z, 0-9 and hyphen")
            : inbox.Subscribers.Contains(Subscriber) ? Decided.Nothing
            : inbox.Subscribers.Length >= MaxSubscribers
                ? Decided.Refuse(RefusalReason.TooLarge, "subscriber", $"an inbox has at most {MaxSubscribers} subscribers")
            : Decided.Commit(new SubscriberRegistered(Subscriber));
}

/// <summary>Ends a subscriber. Its mark stays, and it goes on from there when it is registered again.</summary>
/// <param name="Subscriber">Its name.</param>
[GenerateSerializer, Immutable, Alias("hub.EndSubscriber")]
public sealed record EndSubscriber([property: JsonPropertyName("subscriber")][Id(0)] string Subscriber)
{
    /// <summary>Refuses a subscriber that is not registered as NOT_KNOWN.</summary>
    public Decided Decide(TeamInbox inbox)
        => inbox.Subscribers.Contains(Subscriber)
            ? Decided.Commit(new SubscriberEnded(Subscriber))
            : Decided.Refuse(Refusal.Because(RefusalReason.NotKnown));
}
