using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Deciding;

/// <summary>Event <c>decision.not-shared</c>: a named person of the holder decided not to share. Nobody is told. Source: practice, "The record of a
/// decision to share".</summary>
/// <param name="Item">The delivery that asked for it; null when nobody had asked.</param>
/// <param name="About">The event that it was about, by its version; null when it was about none.</param>
/// <param name="Recipient">The team that does not hear; null when it is about none in particular.</param>
/// <param name="Plan">The plan it is about; null for none.</param>
/// <param name="Elements">Elements of that plan, or of the event, which it is about; empty for none in particular.</param>
/// <param name="Why">On what ground.</param>
public sealed record NotShared(
    [property: JsonPropertyName("item")] AskedItem? Item,
    [property: JsonPropertyName("about")] long? About,
    [property: JsonPropertyName("recipient")] TeamId? Recipient,
    [property: JsonPropertyName("plan")] PlanId? Plan,
    [property: JsonPropertyName("elements")] ImmutableArray<ElementId> Elements,
    [property: JsonPropertyName("why")] NotSharedBecause Why) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(NotShared);
}

/// <summary>Why a named practitioner does not share, as it stands on record.</summary>
/// <param name="Because">In the practitioner's words.</param>
/// <param name="DetrimentTest">Why sharing does more harm than not sharing.</param>
/// <param name="Adviser">Who advised; may be empty.</param>
/// <param name="ReviewOn">When it is looked at again.</param>
[GenerateSerializer, Immutable, Alias("hub.NotSharedBecause")]
public sealed record NotSharedBecause(
    [property: JsonPropertyName("because")][Id(0)] string Because,
    [property: JsonPropertyName("detriment_test")][Id(1)] string DetrimentTest,
    [property: JsonPropertyName("adviser")][Id(2)] string Adviser,
    [property: JsonPropertyName("review_on")][Id(3)] DateOnly ReviewOn)
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(NotSharedBecause);
}

/// <summary>The same as sent.</summary>
/// <param name="Because">Required.</param>
/// <param name="DetrimentTest">Required.</param>
/// <param name="Adviser">May be empty.</param>
/// <param name="ReviewOn">ISO date, required, not before today.</param>
[GenerateSerializer, Immutable, Alias("hub.NotSharedDraft")]
public sealed record NotSharedDraft(
    [property: JsonPropertyName("because")][Id(0)] string Because,
    [property: JsonPropertyName("detriment_test")][Id(1)] string DetrimentTest,
    [property: JsonPropertyName("adviser")][Id(2)] string Adviser,
    [property: JsonPropertyName("review_on")][Id(3)] string ReviewOn)
{
    /// <summary>As it goes on record; collects what cannot be taken.</summary>
    internal NotSharedBecause Read(FieldRules broken, Moment now)
    {
        broken.Words("because", Because, isRequired: true);
        broken.Words("detriment_test", DetrimentTest, isRequired: true);
        broken.Words("adviser", Adviser, isRequired: false);
        broken.Must(ReviewOn.Length > 0, "review_on", "must not be empty");
        var review = broken.Date("review_on", ReviewOn);
        broken.Must(review is null || review >= DateOnly.FromDateTime(now.ToDateTimeOffset().UtcDateTime), "review_on", "must not be in the past");
        return new NotSharedBecause(Because, DetrimentTest, Adviser, review ?? default);
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(NotSharedDraft);
}

/// <summary>Answers a question of the hub by not sending. The recipient sees no difference.</summary>
/// <param name="Item">The delivery that asks.</param>
/// <param name="Asks">What it asks.</param>
/// <param name="Why">On what ground.</param>
[GenerateSerializer, Immutable, Alias("hub.DoNotSend")]
public sealed record DoNotSend(
    [property: JsonPropertyName("item")][Id(0)] AskedItem Item,
    [property: JsonPropertyName("asks")][Id(1)] AskedDecision Asks,
    [property: JsonPropertyName("why")][Id(2)] NotSharedDraft Why)
{
    /// <summary>Refuses a question that was answered, and a ground that lacks something.</summary>
    /// <param name="plan">The plan that the question is about, if any.</param>
    /// <param name="isAnswered">Whether somebody has answered it.</param>
    /// <param name="now">The time of the decision.</param>
    public Decided Decide(PlanId? plan, bool isAnswered, Moment now)
    {
        if (isAnswered)
        {
            return Decided.Refuse(RefusalReason.StateConflict, "delivery_id", "was answered already");
        }

        var broken = new FieldRules();
        var why = Why.Read(broken, now);
        return broken.Refusal is { } refusal
            ? Decided.Refuse(refusal)
            : Decided.Commit(new NotShared(Item, Asks.Version, Asks.Recipient, plan, Asks.Elements ?? [], why));
    }
}
