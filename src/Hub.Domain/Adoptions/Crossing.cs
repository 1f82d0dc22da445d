using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Adoptions;

/// <summary>What one person of the adoption role would write into a plan of the after, and another one has not confirmed yet. It says nothing of
/// whence it is. Source: sharing rules, "Health and safety facts cross once, as new elements written by that role, with no provenance that points
/// back".</summary>
/// <param name="Id">Its id.</param>
/// <param name="Plan">The plan into which they would go.</param>
/// <param name="Team">The adoption team.</param>
/// <param name="By">Who proposed it.</param>
/// <param name="At">When.</param>
/// <param name="Elements">What would be written.</param>
[GenerateSerializer, Immutable, Alias("hub.Crossing")]
public sealed record Crossing(
    [property: JsonPropertyName("crossing")][Id(0)] CrossingId Id,
    [property: JsonPropertyName("plan")][Id(1)] PlanId Plan,
    [property: JsonPropertyName("team")][Id(2)] TeamId Team,
    [property: JsonPropertyName("by")][Id(3)] PractitionerId By,
    [property: JsonPropertyName("at")][Id(4)] Moment At,
    [property: JsonPropertyName("elements")][Id(5)] ImmutableArray<WrittenElement> Elements)
{
    /// <summary>Most elements of one crossing: a second person reads them all.</summary>
    public const int MostElements = 16;

    /// <summary>Most crossings of one person that wait.</summary>
    public const int Most = 16;

    /// <summary>How long it waits for another person.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(7);

    /// <summary>From when on nobody can confirm it any more.</summary>
    [JsonIgnore]
    public Moment EndsAt => At.Plus(Waits);

    /// <summary>Whether it still waits.</summary>
    public bool Stands(Moment now) => now.CompareTo(EndsAt) < 0;

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(Crossing);
}

/// <summary>How a person's crossings follow from their events.</summary>
public static class CrossingFold
{
    /// <summary>The crossings after an event; the same when it is not about them. One that was written into its plan is over.</summary>
    public static ImmutableArray<Crossing> Apply(ImmutableArray<Crossing> crossings, Happened happened) => happened.Content switch
    {
        CrossingProposed e =>
        [
            .. crossings.Where(c => c.Stands(happened.At)), new Crossing(e.Crossing, e.Plan, e.Team, happened.Practitioner!, happened.At, e.Elements),
        ],
        PlanChanged e when !crossings.IsEmpty => crossings.RemoveAll(c => e.Changes.Any(change => change.Element == c.Elements[0].Id)),
        _ => crossings,
    };
}
