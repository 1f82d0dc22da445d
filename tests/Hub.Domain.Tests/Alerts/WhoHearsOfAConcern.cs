using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Alerts;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Alerts;

public sealed class WhoHearsOfAConcern
{
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read("who-hears-of-a-concern.md");

    public static TheoryData<int> Lines => [.. Rows.Select(r => r.Line)];

    public static TheoryData<string> Rules => Mutants.Names(ConcernHearers.Rules);

    [Theory]
    [MemberData(nameof(Lines))]
    public void Is_as_the_table_says(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        Assert.Equal(Split(row["hears"]), Hearers(row, ConcernHearers.Rules));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Is_otherwise_in_some_row_without(string rule)
        => Assert.Contains(Rows, row => !Split(row["hears"]).SequenceEqual(Hearers(row, Mutants.Without(ConcernHearers.Rules, rule)), StringComparer.Ordinal));

    [Theory]
    [InlineData(Role.DutyManager, true)]
    [InlineData(Role.TeamManager, true)]
    [InlineData(Role.LeadSocialWorker, false)]
    public void Where_no_duty_team_is_named_counts_a_manager_and_nobody_else(Role role, bool counts)
        => Assert.Equal(counts, ConcernHearers.IsManaged(Team.Empty with { Holders = [new RoleHolder(PractitionerId.TryParse("SW-1")!, role, default)] }));

    private static IEnumerable<string> Hearers(DecisionRow row, IReadOnlyList<HearerRule> rules)
        => ConcernHearers.Of(rules, Named(row["duty team"]), Split(row["teams with a manager"]).Select(t => Named(t)!), Named(row["lead of the circle"]), [.. Split(row["adoption role"]).Select(t => Named(t)!)])
            .Select(h => $"{h.Team.Name}: {RouteOf(h)}{(h.KnowsPerson ? " under the person" : "")}");

    private static string RouteOf(ConcernHearer hearer) => hearer.Route switch
    {
        Route.Place => "place",
        Route.Adoption => "adoption",
        _ => "circle",
    };

    private static string[] Split(string cell) => cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static TeamId? Named(string name) => name.Length == 0 ? null : TeamId.TryParse($"riverside/{name}");
}
