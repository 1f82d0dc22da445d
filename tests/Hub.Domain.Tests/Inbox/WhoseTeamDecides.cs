using System.Collections.Immutable;
using Hub.Domain.Circles;
using Hub.Domain.Identity;
using Hub.Domain.Inbox;
using Hub.Domain.Links;
using Hub.Domain.People;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Links;
using Hub.Domain.Tests.Restrictions;
using Hub.Domain.Tests.Sharing;

namespace Hub.Domain.Tests.Inbox;

public sealed class WhoseTeamDecides
{
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read("whose-team-decides.md");

    public static TheoryData<int> Lines => [.. Rows.Select(r => r.Line)];

    public static TheoryData<string> KnowingRules => Mutants.Names(KnownRecipients.Rules);

    public static TheoryData<string> Rules => Mutants.Names(HoldersTeam.Rules);

    [Theory, MemberData(nameof(Lines))]
    public void Is_as_the_table_says(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        Assert.Equal((row.IsYes("may know"), row["asked"]), Decided(row, HoldersTeam.Rules));
    }

    [Theory, MemberData(nameof(Rules))]
    public void Is_otherwise_in_some_row_without(string rule)
        => Assert.Contains(Rows, row => Decided(row, Mutants.Without(HoldersTeam.Rules, rule)).Asked != row["asked"]);

    [Theory, MemberData(nameof(KnowingRules))]
    public void Is_known_otherwise_in_some_row_without(string rule)
        => Assert.Contains(Rows.Where(r => r.Cells.ContainsKey("as")), row => Known(row, Mutants.Without(KnownRecipients.Rules, rule)) != row.IsYes("may know"));

    // In the second table somebody asks for the line of progress, in the first nobody does.
    private static (bool MayKnow, string Asked) Decided(DecisionRow row, IReadOnlyList<HolderRule> rules)
    {
        var (kind, route, holder, recipient, person) =
            (Spelling.Read<PersonKind>(row["person"]), Spelling.Read<Route>(row["by"]), Cast.Agency(row["holder"]), Team(row["recipient"]), PersonOf(row));
        return row.Cells.ContainsKey("as")
            ? (Known(row, KnownRecipients.Rules), "")
            : (HoldersTeam.MayKnowOf(person, kind, holder, recipient, route), HoldersTeam.Of(rules, person, kind, holder, recipient, Tie.Somebody, route)?.ToString() ?? "");
    }

    private static bool Known(DecisionRow row, IReadOnlyList<KnowingRule> rules)
        => KnownRecipients.MayKnowOf(
            rules, new KnowingQuestion(PersonOf(row), Cast.Agency(row["holder"]), row["as"] == "lead", Team(row["recipient"]), Spelling.Read<Route>(row["by"])));

    private static Person PersonOf(DecisionRow row) => Person.Empty with
    {
        Kind = Spelling.Read<PersonKind>(row["person"]),
        Circle = [.. Spelling.Split(row["circle"], ';').Select(Member)],
        Links = [.. Spelling.Split(row["links"], ';').Select(Half)],
        Restrictions = [.. Spelling.Split(row["sensitive service"], ';').Select(s => Kept.Of(Kept.Terms(RestrictionGround.SensitiveService) with { OwnRecord = true }, Cast.Agency(s)))],
    };

    private static CircleMember Member(string text)
    {
        var (team, words) = (text.Split(':')[0], text.Split(':')[1].Trim().Split(' '));
        return new CircleMember(Team(team), Spelling.Read<Role>(words[0]), words.Length > 1 ? MemberState.Proposed : MemberState.Active, Cast.Riverside, Cast.Now);
    }

    // "riverside/team with harbour/team over"
    private static LinkHalf Half(string text)
    {
        var words = text.Split(' ');
        return new LinkHalf(
            Tie.Id, words.Contains("over") ? HalfState.Ended : HalfState.Accepted, Tie.ChildPlan, Team(words[0]), PersonKind.Adult,
            words.Contains("another") ? Tie.Adult : Tie.Somebody, Team(words[2]), Cast.Now);
    }

    private static TeamId Team(string text) => TeamId.TryParse(text.Contains('/', StringComparison.Ordinal) ? text : $"{text}/team")!;
}
