using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;

namespace Hub.Domain.Links;

/// <summary>Event <c>link.ended</c>: this half is over, and so the link.</summary>
/// <param name="Link">The link.</param>
/// <param name="Because">In the practitioner's words; may be empty.</param>
public sealed record LinkEnded(
    [property: JsonPropertyName("link")] LinkId Link,
    [property: JsonPropertyName("because")] string Because) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(LinkEnded);
}

/// <summary>Ends the caller's own agency's half of a link, or takes its proposal back.</summary>
/// <param name="Link">The link.</param>
/// <param name="Because">In the practitioner's words; may be empty.</param>
[GenerateSerializer, Immutable, Alias("hub.EndLink")]
public sealed record EndLink(
    [property: JsonPropertyName("link")][Id(0)] LinkId Link,
    [property: JsonPropertyName("because")][Id(1)] string Because)
{
    /// <summary>Refuses a link that is not the caller's (NOT_KNOWN) and one that is over (STATE_CONFLICT).</summary>
    public Decided Decide(ImmutableArray<LinkHalf> links, Caller caller)
    {
        if (links.FirstOrDefault(l => l.Id == Link && l.Team.Agency == caller.Agency) is not { } half)
        {
            return Decided.Refuse(Refusal.Because(RefusalReason.NotKnown));
        }

        if (!half.IsOpen)
        {
            return Decided.Refuse(RefusalReason.StateConflict, "link_id", "the link is over");
        }

        var broken = new FieldRules();
        broken.Text("because", Because, FieldRules.MaxBecause);
        return broken.Refusal is { } refusal ? Decided.Refuse(refusal) : Decided.Commit(new LinkEnded(Link, Because));
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(EndLink);
}
