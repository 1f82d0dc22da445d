using System.Text.Json.Serialization;

namespace Hub.Domain.Inbox;

/// <summary>The events of an inbox's stream, by stored name.</summary>
public static class InboxEvents
{
    private static readonly EventType Registered = new("subscriber.registered", 1, InboxJson.Default.SubscriberRegistered);
    private static readonly EventType Ended = new("subscriber.ended", 1, InboxJson.Default.SubscriberEnded);
    private static readonly EventType Acknowledged = new("delivery.acknowledged", 1, InboxJson.Default.DeliveryAcknowledged);
    private static readonly EventType DecidedAgain = new("delivery.decided-again", 1, InboxJson.Default.DeliveryDecidedAgain);
    private static readonly EventType Quarantined = new("delivery.quarantined", 1, InboxJson.Default.DeliveryQuarantined);
    private static readonly EventType Escalated = new("delivery.escalated", 1, InboxJson.Default.DeliveryEscalated);

    private static readonly EventType DoorDecided = new("delivery.door-decided", 1, InboxJson.Default.DeliveryDoorDecided);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<EventType> All { get; } = [Registered, Ended, Acknowledged, DecidedAgain, DoorDecided, Quarantined, Escalated];

    /// <summary>The type under which an event is stored.</summary>
    public static EventType Of(IEvent content) => content switch
    {
        SubscriberRegistered => Registered,
        SubscriberEnded => Ended,
        DeliveryAcknowledged => Acknowledged,
        DeliveryDecidedAgain => DecidedAgain,
        DeliveryDoorDecided => DoorDecided,
        DeliveryQuarantined => Quarantined,
        DeliveryEscalated => Escalated,
        _ => throw new ArgumentException("not an event of an inbox's stream", nameof(content)),
    };
}

/// <summary>How an inbox's events, commands and snapshots are written: UTF-8 JSON with explicit names, no nulls.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SubscriberRegistered))]
[JsonSerializable(typeof(SubscriberEnded))]
[JsonSerializable(typeof(DeliveryAcknowledged))]
[JsonSerializable(typeof(DeliveryDecidedAgain))]
[JsonSerializable(typeof(DeliveryDoorDecided))]
[JsonSerializable(typeof(DeliveryQuarantined))]
[JsonSerializable(typeof(DeliveryEscalated))]
[JsonSerializable(typeof(RegisterSubscriber))]
[JsonSerializable(typeof(EndSubscriber))]
[JsonSerializable(typeof(Acknowledge))]
[JsonSerializable(typeof(TeamInbox))]
public sealed partial class InboxJson : JsonSerializerContext;
