using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Domain.Teams;

namespace Hub.Domain.Links;

/// <summary>Event <c>link.accepted</c>: this person's half; with the proposer's half the link is in force.</summary>
/// <param name="Link">The link.</param>
/// <param name="Plan">The plan of this person.</param>
/// <param name="Team">The accepting team.</param>
/// <param name="OtherKind">Child or adult.</param>
/// <param name="Other">The person of the proposer's plan.</param>
/// <param name="OtherTeam">The proposing team.</param>
public sealed record LinkAccepted(
    [property: JsonPropertyName("link")] LinkId Link,
    [property: JsonPropertyName("plan")] PlanId Plan,
    [property: JsonPropertyName("team")] TeamId Team,
    [property: JsonPropertyName("other_kind")] PersonKind OtherKind,
    [property: JsonPropertyName("other")] PersonId Other,
    [property: JsonPropertyName("other_team")] TeamId OtherTeam) : IEvent;

/// <summary>Event <c>link.declined</c>: stands on this half only; the proposer sees a proposal that nobody answered.</summary>
/// <param name="Link">The link.</param>
/// <param name="Team">The team that was asked.</param>
/// <param name="OtherKind">Child or adult.</param>
/// <param name="Other">The person of the proposer's plan.</param>
/// <param name="OtherTeam">The proposing team.</param>
/// <param name="Because">In the practitioner's words; may be empty.</param>
public sealed record LinkDeclined(
    [property: JsonPropertyName("link")] LinkId Link,
    [property: JsonPropertyName("team")] TeamId Team,
    [property: JsonPropertyName("other_kind")] PersonKind OtherKind,
    [property: JsonPropertyName("other")] PersonId Other,
    [property: JsonPropertyName("other_team")] TeamId OtherTeam,
    [property: JsonPropertyName("because")] string Because) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(LinkDeclined);
}

/// <summary>Accepts or declines a proposed link. The proposer's half has been read, and names this person and a team of the caller's
/// agency; who was not asked hears NOT_KNOWN.</summary>
/// <param name="Link">The link.</param>
/// <param name="Plan">The plan to link; null declines.</param>
/// <param name="Because">Why it declines; may be empty.</param>
[GenerateSerializer, Immutable, Alias("hub.AnswerLink")]
public sealed record AnswerLink(
    [property: JsonPropertyName("link")][Id(0)] LinkId Link,
    [property: JsonPropertyName("plan")][Id(1)] PlanId? Plan,
    [property: JsonPropertyName("because")][Id(2)] string Because)
{
    /// <summary>Refuses a link that nobody proposed to the caller (NOT_KNOWN), one that was answered before or waited too long
    /// (STATE_CONFLICT), and words that cannot be stored.</summary>
    /// <param name="self">This person.</param>
    /// <param name="links">This person's halves.</param>
    /// <param name="proposal">The proposer's half as it stands; null when there is none.</param>
    /// <param name="proposerKind">Whether the proposer's person is a child or an adult.</param>
    /// <param name="proposer">The proposer's person.</param>
    /// <param name="caller">Who answers.</param>
    /// <param name="now">The instant of the decision.</param>
    public Decided Decide(
        PersonId self, ImmutableArray<LinkHalf> links, LinkHalf? proposal, PersonKind proposerKind, PersonId proposer, Caller caller, Moment now)
    {
        if (proposal is null || proposal.Id != Link || proposal.Other != self || proposal.OtherTeam.Agency != caller.Agency)
        {
            return Decided.Refuse(Refusal.Because(RefusalReason.NotKnown));
        }

        if (links.Any(l => l.Id == Link))
        {
            return Decided.Refuse(RefusalReason.StateConflict, "link_id", "was answered before");
        }

        if (!proposal.AwaitsAnswer(now))
        {
            return Decided.Refuse(RefusalReason.StateConflict, "link_id", "does not wait for an answer any more");
        }

        var broken = new FieldRules();
        broken.Text("because", Because, FieldRules.MaxBecause);
        return broken.Refusal is { } refusal ? Decided.Refuse(refusal)
            : Plan is { } plan
                ? ProposeLink.IsFull(links, plan)
                    ? Decided.Refuse(RefusalReason.TooLarge, "plan_id", $"a plan has at most {ProposeLink.MaxLinks} open links")
                    : Decided.Commit(new LinkAccepted(Link, plan, proposal.OtherTeam, proposerKind, proposer, proposal.Team))
            : Decided.Commit(new LinkDeclined(Link, proposal.OtherTeam, proposerKind, proposer, proposal.Team, Because));
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(AnswerLink);
}
