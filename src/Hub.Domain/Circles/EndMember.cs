using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Domain.Agencies;
using Hub.Domain.Teams;

namespace Hub.Domain.Circles;

/// <summary>Event <c>circle.member-ended</c>.</summary>
/// <param name="Team">Is not on the circle any more, or not proposed any more.</param>
/// <param name="Role">In this role.</param>
/// <param name="State">What it was.</param>
/// <param name="By">Who had added or proposed it.</param>
/// <param name="Because">In the practitioner's words; may be empty.</param>
public sealed record MemberEnded(
    [property: JsonPropertyName("team")] TeamId Team,
    [property: JsonPropertyName("role")] Role Role,
    [property: JsonPropertyName("state")] MemberState State,
    [property: JsonPropertyName("by")] AgencyId By,
    [property: JsonPropertyName("because")] string Because) : IEvent
{
    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(MemberEnded);
}

/// <summary>Takes a team off a circle, or a proposal back: the lead's team any, an agency its own.</summary>
/// <param name="Team">Team as sent.</param>
/// <param name="Role">Number of the role.</param>
/// <param name="Because">In the practitioner's words; may be empty.</param>
[GenerateSerializer, Immutable, Alias("hub.EndMember")]
public sealed record EndMember(
    [property: JsonPropertyName("team")][Id(0)] string Team,
    [property: JsonPropertyName("role")][Id(1)] int Role,
    [property: JsonPropertyName("because")][Id(2)] string Because)
{
    /// <summary>Refuses a member that the caller may not know of as NOT_KNOWN, and words that cannot be stored.</summary>
    public Decided Decide(ImmutableArray<CircleMember> circle, Caller caller, bool isOfLead) => Decide(CircleRules.Knowing, circle, caller, isOfLead);

    /// <summary>The same by other rules than all: so that it can be shown what each is for.</summary>
    internal Decided Decide(IReadOnlyList<Func<CircleMember, Caller, bool, bool>> knowing, ImmutableArray<CircleMember> circle, Caller caller, bool isOfLead)
    {
        var (team, role) = (TeamId.TryParse(Team), (Role)Role);
        var member = circle.FirstOrDefault(m => m.Team == team && m.Role == role && knowing.Any(rule => rule(m, caller, isOfLead)));
        if (member is null)
        {
            return Decided.Refuse(Refusal.Because(RefusalReason.NotKnown));
        }

        var broken = new FieldRules();
        broken.Text("because", Because, FieldRules.MaxBecause);
        return broken.Refusal is { } refusal ? Decided.Refuse(refusal) : Decided.Commit(new MemberEnded(member.Team, member.Role, member.State, member.By, Because));
    }

    /// <summary>Its name only: Orleans prints what travels when it warns.</summary>
    public override string ToString() => nameof(EndMember);
}

/// <summary>How a circle follows from its events.</summary>
public static class CircleFold
{
    /// <summary>The circle after an event; the same when it is not about the circle.</summary>
    public static ImmutableArray<CircleMember> Apply(ImmutableArray<CircleMember> circle, Happened happened) => happened.Content switch
    {
        MemberAdded e => [.. Without(circle, e.Team, e.Role), new CircleMember(e.Team, e.Role, MemberState.Active, happened.Agency, happened.At)],
        MemberProposed e => circle.Add(new CircleMember(e.Team, e.Role, MemberState.Proposed, happened.Agency, happened.At)),
        MemberEnded e => [.. circle.Where(m => m.Team != e.Team || m.Role != e.Role || m.State != e.State || m.By != e.By)],
        _ => circle,
    };

    private static IEnumerable<CircleMember> Without(ImmutableArray<CircleMember> circle, TeamId team, Role role)
        => circle.Where(m => m.Team != team || m.Role != role);
}
