using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Circles;
using Hub.Domain.Identity;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Sharing;

namespace Hub.Domain.Tests.Circles;

public sealed class WhoMayAddWhom
{
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read("who-may-add-whom.md");

    public static TheoryData<int> Lines => [.. Rows.Select(r => r.Line)];

    public static TheoryData<string> Rules => Mutants.Names(CircleRules.Adding);

    public static TheoryData<string> Ways => Mutants.Names(CircleRules.Knowing);

    [Theory, MemberData(nameof(Lines))]
    public void Is_as_the_table_says(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        Assert.Equal(row["answer"], Answer(row, CircleRules.Adding, CircleRules.Knowing));
    }

    [Theory, MemberData(nameof(Rules))]
    public void Is_otherwise_in_some_row_without(string rule)
        => Assert.Contains(Rows, row => Answer(row, Mutants.Without(CircleRules.Adding, rule), CircleRules.Knowing) != row["answer"]);

    [Theory, MemberData(nameof(Ways))]
    public void Is_otherwise_in_some_row_without_a_way_to_know(string way)
        => Assert.Contains(Rows, row => Answer(row, CircleRules.Adding, Mutants.Without(CircleRules.Knowing, way)) != row["answer"]);

    private static string Answer(DecisionRow row, IReadOnlyList<JoiningRule> adding, IReadOnlyList<Func<CircleMember, Caller, bool, bool>> knowing)
    {
        var kind = Spelling.Read<PersonKind>(row["person"]);
        var circle = CircleOf(row["circle"]);
        var caller = Cast.CallerOf(Cast.Agency(row["caller"]));
        var (team, sector) = Party(row["team"]);
        var role = Spelling.Read<Role>(row["role"]);
        var isOfLead = row["as"] == "lead";
        var decided = row["answer"] is "ended" or "NOT_KNOWN"
            ? Around.End(team, role).Decide(knowing, circle, caller, isOfLead)
            : Added(Around.Add(team, role), new Joining(team, role, kind, circle, caller, new CircleStanding(sector, isOfLead, row["as"] == "open plan")), adding);
        return (decided.Change, decided.Refusal) switch
        {
            (MemberAdded, _) => "added",
            (MemberProposed, _) => "proposed",
            (MemberEnded, _) => "ended",
            (_, { Violations: [var one] } no) => $"{Spelling.Wire(no.Reason)}: {one.Field}",
            (_, { } no) => Spelling.Wire(no.Reason),
            _ => "nothing",
        };
    }

    // What is none of a team's or none of its sector's is refused before any rule is asked.
    private static Decided Added(AddMember command, Joining asked, IReadOnlyList<JoiningRule> rules)
        => command.Decide(asked.Kind, asked.Circle, asked.Caller, asked.Standing) is { Refusal.Reason: RefusalReason.InvalidField } refused
            ? refused
            : CircleRules.Decide(rules, asked);

    // "harbour: care-coordinator proposed by meadow"; who is on it and was added by nobody in particular was added by Riverside.
    private static ImmutableArray<CircleMember> CircleOf(string cell)
        => cell == "full" ? Around.Of(Circle.MaxMembers)
            : cell == "eight proposals of meadow" ? [.. Enumerable.Range(1, Circle.MaxProposals).Select(n => new CircleMember(Around.Team(Cast.Harbour, $"team-{n}"), Role.Midwife, MemberState.Proposed, Cast.Meadow, Cast.Now))]
            : [.. Spelling.Split(cell, ';').Select(Member)];

    private static CircleMember Member(string text)
    {
        var (agency, words) = (text.Split(':')[0], text.Split(':')[1].Trim().Split(' '));
        return new CircleMember(
            Around.Team(Cast.Agency(agency)), Spelling.Read<Role>(words[0]), words is [_, "proposed", ..] ? MemberState.Proposed : MemberState.Active,
            words is [.., "by", var by] ? Cast.Agency(by) : Cast.Riverside, Cast.Now);
    }

    private static (TeamId Team, Sector? Sector) Party(string cell)
        => (Around.Team(Cast.Agency(cell.Split(',')[0])), cell.Split(',')[1].Trim() is var sector and not "not there" ? Spelling.Read<Sector>(sector) : null);
}
