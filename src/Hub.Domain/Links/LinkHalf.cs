using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Identity;
using Hub.Domain.Teams;

namespace Hub.Domain.Links;

/// <summary>Where one half of a link stands.</summary>
public enum HalfState
{
    /// <summary>This side asked for the link; it is in force once the other side has accepted.</summary>
    [JsonStringEnumMemberName("proposed")]
    Proposed = 1,

    /// <summary>This side accepted.</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted = 2,

    /// <summary>This side declined; only this side knows.</summary>
    [JsonStringEnumMemberName("declined")]
    Declined = 3,

    /// <summary>This side ended it.</summary>
    [JsonStringEnumMemberName("ended")]
    Ended = 4,
}

/// <summary>One person's half of a link between a plan of this person and another person whom another team works with. The link is in force
/// while one half is proposed and the other accepted; ending one half is enough.</summary>
/// <param name="Id">The link; the same on both halves.</param>
/// <param name="State">Where this half stands.</param>
/// <param name="Plan">The plan of this person; none on a declined half.</param>
/// <param name="Team">The team that hears of the other side; of the plan's own agency.</param>
/// <param name="OtherKind">Whether the other person is a child or an adult.</param>
/// <param name="Other">The other person.</param>
/// <param name="OtherTeam">The team of the other side.</param>
/// <param name="At">When this half got its state.</param>
[GenerateSerializer, Immutable, Alias("hub.LinkHalf")]
public sealed record LinkHalf(
    [property: JsonPropertyName("link")][Id(0)] LinkId Id,
    [property: JsonPropertyName("state")][Id(1)] HalfState State,
    [property: JsonPropertyName("plan")][Id(2)] PlanId? Plan,
    [property: JsonPropertyName("team")][Id(3)] TeamId Team,
    [property: JsonPropertyName("other_kind")][Id(4)] PersonKind OtherKind,
    [property: JsonPropertyName("other")][Id(5)] PersonId Other,
    [property: JsonPropertyName("other_team")][Id(6)] TeamId OtherTeam,
    [property: JsonPropertyName("at")][Id(7)] Moment At)
{
    /// <summary>How long a proposal waits. Source: sharing rules, "Write paths are not oracles".</summary>
    public static TimeSpan ProposalLife { get; } = TimeSpan.FromDays(28);

    /// <summary>Whether this half still carries or may come to carry the link.</summary>
    [JsonIgnore]
    public bool IsOpen => State is HalfState.Proposed or HalfState.Accepted;

    /// <summary>Whether both halves together are a link in force. Each half must name the other person and the other's team.</summary>
    public bool IsInForceWith(LinkHalf other, PersonId self, PersonId otherSelf)
        => Id == other.Id && Other == otherSelf && other.Other == self && OtherTeam == other.Team && other.OtherTeam == Team
            && (State, other.State) is (HalfState.Proposed, HalfState.Accepted) or (HalfState.Accepted, HalfState.Proposed);

    /// <summary>Whether a proposal made then can still be accepted.</summary>
    public bool AwaitsAnswer(Moment now) => State == HalfState.Proposed && now.CompareTo(At.Plus(ProposalLife)) < 0;
}

/// <summary>Where a link stands, as one of its sides may know it.</summary>
public enum LinkState
{
    /// <summary>Nobody has answered; also when the other side declined.</summary>
    [JsonStringEnumMemberName("proposed")]
    Proposed = 1,

    /// <summary>In force.</summary>
    [JsonStringEnumMemberName("active")]
    Active = 2,

    /// <summary>Ended by either side, or taken back.</summary>
    [JsonStringEnumMemberName("ended")]
    Ended = 3,

    /// <summary>Nobody answered in time.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired = 4,

    /// <summary>Declined by the own side.</summary>
    [JsonStringEnumMemberName("declined")]
    Declined = 5,
}

/// <summary>How a person's halves of links follow from their events.</summary>
public static class LinkFold
{
    /// <summary>The halves after an event; the same when it is not about links.</summary>
    public static ImmutableArray<LinkHalf> Apply(ImmutableArray<LinkHalf> links, Happened happened) => happened.Content switch
    {
        LinkProposed e => links.Add(new LinkHalf(e.Link, HalfState.Proposed, e.Plan, e.Team, e.OtherKind, e.Other, e.OtherTeam, happened.At)),
        LinkAccepted e => links.Add(new LinkHalf(e.Link, HalfState.Accepted, e.Plan, e.Team, e.OtherKind, e.Other, e.OtherTeam, happened.At)),
        LinkDeclined e => links.Add(new LinkHalf(e.Link, HalfState.Declined, null, e.Team, e.OtherKind, e.Other, e.OtherTeam, happened.At)),
        LinkEnded e => [.. links.Select(l => l.Id == e.Link ? l with { State = HalfState.Ended, At = happened.At } : l)],
        _ => links,
    };
}
