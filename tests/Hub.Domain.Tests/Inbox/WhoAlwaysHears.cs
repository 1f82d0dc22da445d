using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Inbox;
using Hub.Domain.Restrictions;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Inbox;

public sealed class WhoAlwaysHears
{
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read("somebody-always-hears.md");
    private static readonly (string Column, HearingStep Step, TeamId Team)[] Steps =
    [
        ("in the team", HearingStep.Team, TeamId.TryParse("riverside/team")!),
        ("its manager", HearingStep.TeamManager, TeamId.TryParse("riverside/team")!),
        ("duty team", HearingStep.Agency, TeamId.TryParse("riverside/duty")!),
        ("responsible", HearingStep.ResponsibleAuthority, TeamId.TryParse("meadow/duty")!),
        ("reciprocal", HearingStep.ReciprocalAuthority, TeamId.TryParse("harbour/duty")!),
    ];

    public static TheoryData<int> Lines { get; } = [.. Rows.Select(r => r.Line)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Is_told_by_the_table(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        var kept = KeptOut.Of(Split(row["kept out"]).Select(p => p.Split(' ')).Select(p => new NamedPractitioner(Cast.Agency(p[0]), PractitionerId.TryParse(p[1])!)));
        HearingCandidate[] order = [.. Steps.Where(s => row[s.Column].Length > 0 || s.Step == HearingStep.Team)
            .Select(s => new HearingCandidate(s.Step, s.Team, People(row[s.Step == HearingStep.TeamManager ? "in the team" : s.Column]), People(row[s.Column])))];
        bool May(TeamId team) => !Split(row["may not hear"]).Contains(team.ToString());
        Assert.Equal((row["hears"], row["at"]), Told(SomebodyHears.First(order, kept, May) ?? SomebodyHears.Nobody(order[0], kept)));
        var late = SomebodyHears.First(order.Where(c => c.Step > HearingStep.Team), kept, May);
        Assert.Equal((row["then"], row["asks"]), (late is null ? "nobody" : StoredWord.Of(late.Step), late?.For?.Value ?? ""));
    }

    [Fact]
    public void Is_never_anybody_from_whom_it_is_kept_and_nobody_only_where_it_is_kept_from_all()
        => Gen.Select(Gen.Int[0, 3].Array[5], Gen.Int[0, 1023]).Sample((sizes, mask) =>
        {
            HearingCandidate[] order = [.. Steps.Select((s, i) => new HearingCandidate(s.Step, s.Team, Numbered(i, sizes[i]), Numbered(i, sizes[i])))];
            var all = order.SelectMany(c => c.Asked.Select(p => new NamedPractitioner(c.Team.Agency, p))).Distinct().ToList();
            var kept = KeptOut.Of(all.Where((_, i) => (mask & (1 << i)) != 0));
            var hearer = SomebodyHears.First(order, kept, _ => true);
            Assert.Equal(all.Any(p => !kept.Has(p.Agency, p.Practitioner)), hearer is not null);
            if (hearer is not null)
            {
                var present = order.Single(c => c.Step == hearer.Step).Present;
                Assert.Contains(present, p => !kept.Has(hearer.At.Team.Agency, p));
                Assert.True(hearer.At.IsRestricted || !kept.HasAnyOf(hearer.At.Team.Agency, present), "at the machine's door it is shown to all of them");
                Assert.All(order.Where(c => c.Step < hearer.Step), c => Assert.All(c.Asked, p => Assert.True(kept.Has(c.Team.Agency, p))));
            }
        });

    [Fact]
    public void Has_two_inboxes_in_every_team_with_numbers_and_names_of_their_own()
    {
        var both = InboxAddress.Of(Steps[0].Team);
        Assert.Equal(2, both.Select(a => a.Number).Distinct().Count());
        Assert.All(both, a => Assert.Equal(a, InboxAddress.TryParse($"{a}")));
        Assert.Null(InboxAddress.TryParse("riverside/restricted/more"));
        Assert.Equal(new InboxAddress(TeamId.TryParse("riverside/restricted")!, IsRestricted: false), InboxAddress.TryParse("riverside/restricted"));
    }

    private static (string, string) Told(Hearer hearer) => (StoredWord.Of(hearer.Step), hearer.At.ToString());

    private static PractitionerId[] People(string cell) => [.. Split(cell).Select(p => PractitionerId.TryParse(p)!)];

    private static PractitionerId[] Numbered(int of, int count) => [.. Enumerable.Range(0, count).Select(n => PractitionerId.TryParse($"SW-{of}{n}")!)];

    private static string[] Split(string cell) => cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
