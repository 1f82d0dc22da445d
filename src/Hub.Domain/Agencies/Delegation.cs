using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Hub.Domain.Agencies;

/// <summary>Somebody acts for somebody else of the same agency for a time. It never gives more than either has, and what is kept from one of the two is
/// kept from both. Source: identity, "Acting for is a recorded delegation (E → D, from–to, reason, recorded by a third person)".</summary>
/// <param name="Of">For whom somebody acts.</param>
/// <param name="To">Who acts.</param>
/// <param name="From">From this instant on.</param>
/// <param name="Until">Before this instant.</param>
/// <param name="Because">In the words of who recorded it.</param>
/// <param name="By">Who recorded it: a third person.</param>
[GenerateSerializer, Immutable, Alias("hub.Delegation")]
public sealed record Delegation(
    [property: JsonPropertyName("of")][Id(0)] PractitionerId Of,
    [property: JsonPropertyName("to")][Id(1)] PractitionerId To,
    [property: JsonPropertyName("from")][Id(2)] Moment From,
    [property: JsonPropertyName("until")][Id(3)] Moment Until,
    [property: JsonPropertyName("because")][Id(4)] string Because,
    [property: JsonPropertyName("by")][Id(5)] PractitionerId By)
{
    /// <summary>Most of one agency that are not over.</summary>
    public const int Most = 256;

    /// <summary>Whether somebody may act by it now.</summary>
    public bool IsInForce(Moment now) => From.CompareTo(now) <= 0 && !IsOver(now);

    /// <summary>Whether it has ended by itself.</summary>
    public bool IsOver(Moment now) => Until.CompareTo(now) <= 0;

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(Delegation);
}

/// <summary>How an agency's delegations follow from its events.</summary>
public static class DelegationFold
{
    /// <summary>The delegations after an event; the same when it is not about them.</summary>
    public static ImmutableArray<Delegation> Apply(ImmutableArray<Delegation> delegations, Happened happened) => happened.Content switch
    {
        DelegationRecorded e =>
        [
            .. delegations.Where(d => !d.IsOver(happened.At)),
            new Delegation(e.Of, e.To, e.From, e.Until, e.Because, happened.Practitioner!),
        ],
        DelegationEnded e => [.. delegations.Where(d => d.Of != e.Of || d.To != e.To)],
        _ => delegations,
    };
}
