using System.Collections.Immutable;
using System.Text.Json;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Relationships;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Relationships;

namespace Hub.Domain.Tests.Sharing;

public sealed class WhatACopyShows
{
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read("what-a-copy-shows.md");
    private static readonly TeamId Team = TeamId.TryParse("harbour/team")!;
    private static readonly ElementAbout OfSomebody = new(Subject: false, [Kin.Id(1)], CauseUnknown: false, []);

    public static TheoryData<int> Lines { get; } = [.. Rows.Select(r => r.Line)];

    public static TheoryData<string> Rules => [.. CopySight.All.Select(r => r.Method.Name)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Is_as_the_table_says(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        Assert.NotEmpty(row["source"]);
        Assert.Equal(row.IsYes("shown"), CopySight.Shows(CopySight.All, Question(row)));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Is_more_in_some_row_without(string rule)
    {
        CopyRule[] others = [.. CopySight.All.Where(r => r.Method.Name != rule)];
        Assert.Contains(Rows, row => CopySight.Shows(others, Question(row)) != row.IsYes("shown"));
    }

    [Fact]
    public void Is_nothing_where_a_rule_fails()
        => Assert.False(CopySight.Shows([_ => throw new InvalidOperationException()], Question(Rows[0])));

    private static CopyQuestion Question(DecisionRow row)
    {
        var about = row["kept out"].Length > 0 ? OfSomebody : null;
        var handling = row["onward"].Length == 0 ? null : new ElementHandling(null, null, row.IsYes("onward"), null);
        var origin = row["origin now"] == "gone" ? null : Content(row["origin now"], null, handling);
        var adopted = Content(row["adopted as"], about, null);
        var lane = row["lane shows"].Length == 0 ? default : CategorySet.Of(Read(row["lane shows"])!.Value);
        var all = Kin.All(Kin.Of(RelationshipType.Father, staff: new StaffMember(Cast.Harbour, Cast.Worker)));
        var (kept, free) = (ImmutableHashSet.Create(Cast.Worker), ImmutableHashSet<PractitionerId>.Empty);
        return new CopyQuestion(
            origin, adopted, row["sent"] == "directed", new Verdict(Because.Agreement, lane, Untagged: false, NeedsDecision: false, Basis.Of([])),
            ElementSight.Of(all, new Onlooker(Cast.Harbour, Team, row["kept out"] == "the team" ? kept : free, Leads: false)),
            ElementSight.Of(all, new Onlooker(Cast.Harbour, null, row["kept out"] == "the reader" ? kept : free, Leads: false)));
    }

    private static ElementContent Content(string category, ElementAbout? about, ElementHandling? handling)
        => new(Read(category), ElementKind.Fact, "made up", about, handling);

    private static Category? Read(string word) => word == "untagged" ? null : JsonSerializer.Deserialize<Category>($"\"{word}\"", Spelling.Of);
}
