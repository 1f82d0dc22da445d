using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;
using Hub.Domain.Teams;

namespace Hub.Domain.Circles;

/// <summary>A team of this hub and a role of its sector, and the circle that it is to join.</summary>
internal sealed record Joining(TeamId Team, Role Role, PersonKind Kind, ImmutableArray<CircleMember> Circle, Caller Caller, CircleStanding Standing);

/// <summary>One rule: its answer, or null where it says nothing of this.</summary>
internal delegate Decided? JoiningRule(Joining asked);

/// <summary>Who joins a circle, and of which members a caller may know that they are there. Source: sharing rules, "Circle".</summary>
internal static class CircleRules
{
    /// <summary>In order: the first that says something decides, and where none does it is a proposal. A row of who-may-add-whom.md fails without
    /// each.</summary>
    public static IReadOnlyList<JoiningRule> Adding { get; } =
        [IsOnItAlready, HasALead, IsFull, ByTheLead, OwnTeamWhileNobodyLeads, IsProposedAlready, ProposesTooMuch];

    /// <summary>Any of them lets a caller know of a member, and so take it off.</summary>
    public static IReadOnlyList<Func<CircleMember, Caller, bool, bool>> Knowing { get; } = [LeadsTheCircle, IsOfTheOwnAgency, IsOwnProposal];

    /// <summary>What comes of it by these rules.</summary>
    public static Decided Decide(IReadOnlyList<JoiningRule> rules, Joining asked)
        => rules.Select(rule => rule(asked)).FirstOrDefault(answer => answer is not null) ?? Decided.Commit(new MemberProposed(asked.Team, asked.Role));

    /// <summary>Who proposed it may not have known: the lead's word takes the proposal away.</summary>
    private static Decided? IsOnItAlready(Joining asked)
    {
        var same = asked.Circle.Where(m => m.Team == asked.Team && m.Role == asked.Role).ToList();
        return !same.Exists(m => m.State == MemberState.Active) || !(asked.Standing.IsOfLead || asked.Team.Agency == asked.Caller.Agency) ? null
            : asked.Standing.IsOfLead && same.Exists(m => m.State == MemberState.Proposed) ? Decided.Commit(new MemberAdded(asked.Team, asked.Role))
            : Decided.Nothing;
    }

    /// <summary>Source: "at most one lead".</summary>
    private static Decided? HasALead(Joining asked)
        => asked.Standing.IsOfLead && Circle.LeadOf(asked.Circle, asked.Kind) is not null && Circle.Leads(asked.Role, asked.Kind)
            ? Decided.Refuse(RefusalReason.StateConflict, "role", "a circle has at most one lead")
            : null;

    private static Decided? IsFull(Joining asked)
        => asked.Standing.IsOfLead && asked.Circle.Count(m => m.State == MemberState.Active) >= Circle.MaxMembers
            ? Decided.Refuse(RefusalReason.TooLarge, "team_id", $"a circle has at most {Circle.MaxMembers} members")
            : null;

    /// <summary>Source: "a member of another agency is added by the lead".</summary>
    private static Decided? ByTheLead(Joining asked) => asked.Standing.IsOfLead ? Decided.Commit(new MemberAdded(asked.Team, asked.Role)) : null;

    /// <summary>Source: "an agency that opens its own plan has standing on its own plan only".</summary>
    private static Decided? OwnTeamWhileNobodyLeads(Joining asked)
        => Circle.LeadOf(asked.Circle, asked.Kind) is null && Circle.Leads(asked.Role, asked.Kind) && asked.Team.Agency == asked.Caller.Agency && asked.Standing.HasOpenPlan
            ? Decided.Commit(new MemberAdded(asked.Team, asked.Role))
            : null;

    private static Decided? IsProposedAlready(Joining asked)
        => OwnProposals(asked).Any(m => m.Team == asked.Team && m.Role == asked.Role) ? Decided.Nothing : null;

    private static Decided? ProposesTooMuch(Joining asked)
        => OwnProposals(asked).Count() >= Circle.MaxProposals
            ? Decided.Refuse(RefusalReason.TooLarge, "team_id", $"an agency has at most {Circle.MaxProposals} open proposals")
            : null;

    private static IEnumerable<CircleMember> OwnProposals(Joining asked) => asked.Circle.Where(m => IsOwnProposal(m, asked.Caller, isOfLead: false));

    private static bool LeadsTheCircle(CircleMember member, Caller caller, bool isOfLead) => isOfLead;

    private static bool IsOfTheOwnAgency(CircleMember member, Caller caller, bool isOfLead) => member.Team.Agency == caller.Agency;

    private static bool IsOwnProposal(CircleMember member, Caller caller, bool isOfLead) => member.State == MemberState.Proposed && member.By == caller.Agency;
}
