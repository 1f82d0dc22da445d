using System.Text.Json.Serialization;

namespace Hub.Domain.Agencies;

/// <summary>Event <c>delegation.recorded</c>. Who recorded it is the envelope's practitioner.</summary>
/// <param name="Of">For whom somebody acts.</param>
/// <param name="To">Who acts.</param>
/// <param name="From">From this instant on.</param>
/// <param name="Until">Before this instant.</param>
/// <param name="Because">In the words of who recorded it.</param>
public sealed record DelegationRecorded(
    [property: JsonPropertyName("of")] PractitionerId Of,
    [property: JsonPropertyName("to")] PractitionerId To,
    [property: JsonPropertyName("from")] Moment From,
    [property: JsonPropertyName("until")] Moment Until,
    [property: JsonPropertyName("because")] string Because) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(DelegationRecorded);
}

/// <summary>Puts on record that one practitioner of the agency acts for another. A third one, who manages a team, does. Source: identity, "recorded by a
/// third person".</summary>
/// <param name="Of">For whom somebody acts.</param>
/// <param name="To">Who acts.</param>
/// <param name="StartsOn">First day as sent; empty for at once.</param>
/// <param name="EndsOn">Last day as sent.</param>
/// <param name="Because">Why, in words.</param>
[GenerateSerializer, Immutable, Alias("hub.RecordDelegation")]
public sealed record RecordDelegation(
    [property: JsonPropertyName("of")][Id(0)] string Of,
    [property: JsonPropertyName("to")][Id(1)] string To,
    [property: JsonPropertyName("starts_on")][Id(2)] string StartsOn,
    [property: JsonPropertyName("ends_on")][Id(3)] string EndsOn,
    [property: JsonPropertyName("because")][Id(4)] string Because)
{
    /// <summary>Most days of one delegation, and most days ahead on which one begins.</summary>
    public const int MostDays = 90;

    // Both stand in the envelope of what is done, in a field of 64 characters.
    private const int MostTogether = 63;

    /// <summary>Refuses whoever manages no team of the agency (NOT_KNOWN), one of the two who would record it for themselves, people who are not two
    /// practitioners of the agency, days that are over or too many, no words, a pair for whom one stands (STATE_CONFLICT), and one past the limit.</summary>
    /// <param name="agency">The state.</param>
    /// <param name="caller">Who records it.</param>
    /// <param name="manages">Whether a practitioner manages a team of the agency.</param>
    /// <param name="now">The present instant.</param>
    public Decided Decide(Agency agency, Caller caller, Func<PractitionerId, bool> manages, Moment now)
    {
        if (!caller.Holds(manages))
        {
            return Decided.Refuse(Refusal.Because(RefusalReason.NotKnown));
        }

        var broken = new FieldRules();
        var of = Known(broken, agency, "of_practitioner_id", Of);
        var to = Known(broken, agency, "to_practitioner_id", To);
        broken.Must(of is null || of != to, "to_practitioner_id", "must be another practitioner");
        broken.Must(of is null || to is null || of.Value.Length + to.Value.Length <= MostTogether, "to_practitioner_id", $"must have at most {MostTogether} characters together with the other");
        broken.Must(!caller.IsOneOf(p => p == of || p == to), "of_practitioner_id", "must be recorded by a third practitioner: by neither of the two");
        var (from, until) = Days(broken, now);
        if (broken.Text("because", Because, FieldRules.MaxBecause))
        {
            broken.Must(!string.IsNullOrWhiteSpace(Because), "because", "must not be empty");
        }

        var standing = agency.Delegations.Where(d => !d.IsOver(now)).ToList();
        return broken.Refusal is { } refusal ? Decided.Refuse(refusal)
            : standing.Exists(d => d.Of == of && d.To == to) ? Decided.Refuse(RefusalReason.StateConflict, "to_practitioner_id", "acts for this practitioner already")
            : standing.Count >= Delegation.Most ? Decided.Refuse(RefusalReason.TooLarge, "agency_id", $"an agency has at most {Delegation.Most} delegations")
            : Decided.Commit(new DelegationRecorded(of!, to!, from, until, Because));
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(RecordDelegation);

    private static PractitionerId? Known(FieldRules broken, Agency agency, string field, string text)
    {
        var practitioner = PractitionerId.TryParse(text);
        broken.Must(practitioner is not null && agency.Practitioners.Contains(practitioner), field, "must be a registered practitioner of the agency");
        return practitioner;
    }

    private (Moment From, Moment Until) Days(FieldRules broken, Moment now)
    {
        var today = DateOnly.FromDateTime(now.ToDateTimeOffset().UtcDateTime);
        var first = broken.Date("starts_on", StartsOn) ?? today;
        var last = broken.Date("ends_on", EndsOn);
        broken.Must(first >= today && first <= today.AddDays(MostDays), "starts_on", $"must be today or at most {MostDays} days ahead");
        broken.Must(last is { } day && day >= first && day < first.AddDays(MostDays), "ends_on", $"must be given, not before the first day, and within {MostDays} days of it");
        return (first == today ? now : Midnight(first), Midnight((last ?? first).AddDays(1)));
    }

    private static Moment Midnight(DateOnly day) => Moment.Of(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero));
}
