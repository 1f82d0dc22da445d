using System.Text.Json.Serialization;

namespace Hub.Domain.Inbox;

/// <summary>Event <c>delivery.quarantined</c>: it is not what its owner wrote, and nobody is shown it.</summary>
/// <param name="Place">The delivery.</param>
/// <param name="Told">Whether the team was told that there is something to ask for.</param>
public sealed record DeliveryQuarantined(
    [property: JsonPropertyName("place")] DeliveryPlace Place,
    [property: JsonPropertyName("told")] bool Told) : IEvent;
