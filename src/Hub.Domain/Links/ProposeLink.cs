using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Domain.Teams;

namespace Hub.Domain.Links;

/// <summary>Event <c>link.proposed</c>: this person's half of a link that the other side may accept.</summary>
/// <param name="Link">The link.</param>
/// <param name="Plan">The plan of this person.</param>
/// <param name="Team">The proposing team.</param>
/// <param name="OtherKind">Child or adult.</param>
/// <param name="Other">The other person.</param>
/// <param name="OtherTeam">The team that is asked.</param>
public sealed record LinkProposed(
    [property: JsonPropertyName("link")] LinkId Link,
    [property: JsonPropertyName("plan")] PlanId Plan,
    [property: JsonPropertyName("team")] TeamId Team,
    [property: JsonPropertyName("other_kind")] PersonKind OtherKind,
    [property: JsonPropertyName("other")] PersonId Other,
    [property: JsonPropertyName("other_team")] TeamId OtherTeam) : IEvent;

/// <summary>Asks another agency's team for a link between a plan of the caller's agency and a person whom that team may work with. The answer
/// is the same whether that team does, and whether it ever answers.</summary>
/// <param name="Link">Derived from (hub, agency, request id), so that a retry meets the same link.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Team">The proposing team as sent.</param>
/// <param name="OtherKind">Child or adult.</param>
/// <param name="Other">The other person, whom the caller's agency has registered too.</param>
/// <param name="OtherTeam">The team that is asked, as sent.</param>
[GenerateSerializer, Immutable, Alias("hub.ProposeLink")]
public sealed record ProposeLink(
    [property: JsonPropertyName("link")][Id(0)] LinkId Link,
    [property: JsonPropertyName("plan")][Id(1)] PlanId Plan,
    [property: JsonPropertyName("team")][Id(2)] string Team,
    [property: JsonPropertyName("other_kind")][Id(3)] PersonKind OtherKind,
    [property: JsonPropertyName("other")][Id(4)] PersonId Other,
    [property: JsonPropertyName("other_team")][Id(5)] string OtherTeam)
{
    /// <summary>Most open links of one plan.</summary>
    public const int MaxLinks = 32;

    /// <summary>Refuses a link to oneself (STATE_CONFLICT), a team that is not the caller's or not of this hub, and a link past the limit.
    /// That the plan is the caller's own and open has been settled before.</summary>
    /// <param name="self">This person.</param>
    /// <param name="links">This person's halves.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="isTeam">Whether there is such a team at this hub.</param>
    public Decided Decide(PersonId self, ImmutableArray<LinkHalf> links, Caller caller, Func<TeamId, bool> isTeam)
    {
        if (Other == self)
        {
            return Decided.Refuse(RefusalReason.StateConflict, "other_person", "must be another person");
        }

        var broken = new FieldRules();
        var (team, asked) = (TeamId.TryParse(Team), TeamId.TryParse(OtherTeam));
        broken.Must(team is not null && team.Agency == caller.Agency && isTeam(team), "team_id", "must be a team of the caller's agency");
        broken.Must(asked is not null && isTeam(asked), "other_team_id", "must be a team of this hub");
        broken.Must(asked is null || asked.Agency != caller.Agency, "other_team_id", "must be a team of another agency");
        if (broken.Refusal is { } refusal)
        {
            return Decided.Refuse(refusal);
        }

        return IsFull(links, Plan)
            ? Decided.Refuse(RefusalReason.TooLarge, "plan_id", $"a plan has at most {MaxLinks} open links")
            : Decided.Commit(new LinkProposed(Link, Plan, team!, OtherKind, Other, asked!));
    }

    /// <summary>Whether a plan has as many links as it may have, those that it asked for included, answered or not: whether they were is not
    /// this half's to know. A proposal that nobody answers is taken back by ending it.</summary>
    internal static bool IsFull(ImmutableArray<LinkHalf> links, PlanId plan) => links.Count(l => l.Plan == plan && l.IsOpen) >= MaxLinks;
}
