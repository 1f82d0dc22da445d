using System.Text.Json.Serialization;

namespace Hub.Domain.Sharing;

/// <summary>How an element is handled, as its author said. What is not said is no, but for onward: there nobody had been asked before. Source: sharing
/// rules, "What is seen": handling marks.</summary>
/// <param name="ShowToSubject">Whether it may be shown to those whom it is about.</param>
/// <param name="ShowToProxy">Whether it may be shown to who acts for them.</param>
/// <param name="Onward">Whether a recipient may pass it on, or keep a copy of it.</param>
/// <param name="ReviewBy">Until when its author looks at it again.</param>
[GenerateSerializer, Immutable, Alias("hub.ElementHandling")]
public sealed record ElementHandling(
    [property: JsonPropertyName("show_to_subject")][Id(0)] bool? ShowToSubject,
    [property: JsonPropertyName("show_to_proxy")][Id(1)] bool? ShowToProxy,
    [property: JsonPropertyName("onward")][Id(2)] bool? Onward,
    [property: JsonPropertyName("review_by")][Id(3)] DateOnly? ReviewBy)
{
    /// <summary>Whether the day by which it was to be looked at again has passed.</summary>
    public bool IsReviewDue(DateOnly today) => ReviewBy < today;
}

/// <summary>The same as sent.</summary>
/// <param name="ShowToSubject">Null when not said.</param>
/// <param name="ShowToProxy">Null when not said.</param>
/// <param name="Onward">Null when not said.</param>
/// <param name="ReviewBy">ISO date or empty.</param>
[GenerateSerializer, Immutable, Alias("hub.HandlingDraft")]
public sealed record HandlingDraft(
    [property: JsonPropertyName("show_to_subject")][Id(0)] bool? ShowToSubject,
    [property: JsonPropertyName("show_to_proxy")][Id(1)] bool? ShowToProxy,
    [property: JsonPropertyName("onward")][Id(2)] bool? Onward,
    [property: JsonPropertyName("review_by")][Id(3)] string ReviewBy)
{
    /// <summary>As it is stored; null where it says nothing.</summary>
    internal ElementHandling? Read(FieldRules broken, string field)
    {
        var review = broken.Date($"{field}.review_by", ReviewBy);
        return ShowToSubject is null && ShowToProxy is null && Onward is null && review is null ? null : new ElementHandling(ShowToSubject, ShowToProxy, Onward, review);
    }
}
