using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Restrictions;

/// <summary>Event <c>restriction.lift-wished</c>: one person wishes to lift what two lift together. It stands as before.</summary>
/// <param name="Restriction">The restriction.</param>
/// <param name="Because">In the practitioner's words.</param>
public sealed record RestrictionLiftWished(
    [property: JsonPropertyName("restriction")] RestrictionId Restriction,
    [property: JsonPropertyName("because")] string Because) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(RestrictionLiftWished);
}

/// <summary>Who wishes to lift a restriction. Source: sharing rules, "two persons together".</summary>
/// <param name="By">The practitioner.</param>
/// <param name="At">Since when.</param>
[GenerateSerializer, Immutable, Alias("hub.LiftWish")]
public sealed record LiftWish(
    [property: JsonPropertyName("by")][Id(0)] PractitionerId By,
    [property: JsonPropertyName("at")][Id(1)] Moment At)
{
    /// <summary>How long it waits for another person.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(7);

    /// <summary>Whether it still waits.</summary>
    public bool Stands(Moment now) => now.CompareTo(At.Plus(Waits)) < 0;
}
