using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Restrictions;

/// <summary>Event <c>restriction.reviewed</c>: it stays, and is looked at again.</summary>
/// <param name="Restriction">The restriction.</param>
/// <param name="ReviewOn">The last day by which.</param>
public sealed record RestrictionReviewed(
    [property: JsonPropertyName("restriction")] RestrictionId Restriction,
    [property: JsonPropertyName("review_on")] DateOnly ReviewOn) : IEvent;

/// <summary>Says that a restriction is still needed. Its guardian only.</summary>
/// <param name="Restriction">The restriction.</param>
/// <param name="ReviewOn">ISO date, at most 90 days ahead.</param>
[GenerateSerializer, Immutable, Alias("hub.ReviewRestriction")]
public sealed record ReviewRestriction(
    [property: JsonPropertyName("restriction")][Id(0)] RestrictionId Restriction,
    [property: JsonPropertyName("review_on")][Id(1)] string ReviewOn)
{
    /// <summary>Refuses a restriction that is not the caller's to guard (NOT_KNOWN), and a day that cannot be.</summary>
    public Decided Decide(ImmutableArray<Restriction> placed, Caller caller, Guardians guardians, Moment now)
    {
        if (guardians.Guarded(placed, Restriction, caller) is not { } found)
        {
            return Decided.Refuse(Refusal.Because(RefusalReason.NotKnown));
        }

        var broken = new FieldRules();
        var on = ReviewRules.ReviewOn(broken, ReviewOn, now);
        return broken.Refusal is { } refusal ? Decided.Refuse(refusal)
            : on == found.Terms.ReviewOn ? Decided.Nothing
            : Decided.Commit(new RestrictionReviewed(Restriction, on!.Value));
    }
}

/// <summary>When a restriction is looked at again.</summary>
internal static class ReviewRules
{
    /// <summary>Longest time until then. Source: "review date (90 days)".</summary>
    public const int MostDays = 90;

    /// <summary>The day; collects one that is missing, past or too far.</summary>
    public static DateOnly? ReviewOn(FieldRules broken, string text, Moment now)
    {
        var today = DateOnly.FromDateTime(now.ToDateTimeOffset().UtcDateTime);
        broken.Must(text.Length > 0, "review_on", "must not be empty");
        var on = broken.Date("review_on", text);
        broken.Must(on is null || (on >= today && on <= today.AddDays(MostDays)), "review_on", $"must be within the next {MostDays} days");
        return on;
    }
}
