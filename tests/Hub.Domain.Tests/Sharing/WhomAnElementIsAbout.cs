using System.Collections.Immutable;
using System.Text.Json;
using Hub.Domain.Agencies;
using Hub.Domain.Relationships;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Relationships;

namespace Hub.Domain.Tests.Sharing;

public sealed class WhomAnElementIsAbout
{
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read("whom-an-element-is-about.md");

    public static TheoryData<int> Lines { get; } = [.. Rows.Select(r => r.Line)];

    public static TheoryData<string> Rules => [.. ElementVetoes.All.Select(r => r.Method.Name)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Is_hidden_as_the_table_says(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        Assert.NotEmpty(row["source"]);
        Assert.Equal(row["because"], Because(row, ElementVetoes.All));
        Assert.Equal(row.IsYes("shown"), row["because"].Length == 0);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Is_shown_in_some_row_without(string rule)
    {
        ElementRule[] others = [.. ElementVetoes.All.Where(r => r.Method.Name != rule)];
        Assert.Equal(ElementVetoes.All.Count - 1, others.Length);
        Assert.Contains(Rows, row => Because(row, others) != row["because"]);
    }

    [Fact]
    public void Hides_nothing_of_a_person_of_whom_no_relationship_is_on_record()
        => Assert.Same(ElementSight.Whole, ElementSight.Of([], Onlooker.Door(TeamId.TryParse("school/team")!, null, leads: false, Acting.Nobody)));

    [Fact]
    public void Is_hidden_where_a_rule_fails()
    {
        var sight = new ElementSight(Kin.All(Kin.Of(RelationshipType.Father)), null, [_ => throw new InvalidOperationException()]);
        Assert.Equal(Domain.Sharing.Because.RuleError, sight.Hides(new ElementContent(null, ElementKind.Fact, "made up")));
    }

    private static string Because(DecisionRow row, IReadOnlyList<ElementRule> rules)
    {
        var said = Split(row["who else matters"], ';').Select(s => (Name: s.Split(':')[0], Words: Split(s.Split(':')[1], ','))).ToList();
        var all = Kin.All([.. said.Select(s => Content(s.Name, s.Words, said.ConvertAll(o => o.Name)))]);
        all = [.. all.Select((r, i) => r with { IsEnded = said[i].Words.Contains("ended") })];
        var about = new ElementAbout(
            Subject: true, Named(row["about"]), row["cause"] == "unknown", row["cause"] == "unknown" ? [] : Named(row["cause"]));
        var content = new ElementContent(
            null, JsonSerializer.Deserialize<ElementKind>($"\"{row["kind"]}\"", Spelling.Of), "made up",
            about.CauseUnknown || about.Named.Any() ? about : null);
        return new ElementSight(all, Looks(row["who looks"], said.ConvertAll(s => s.Name), all, content), rules).Hides(content) is { } because ? StoredWord.Of(because) : "";

        ImmutableArray<RelationshipId> Named(string cell) => [.. Split(cell, ',').Select(n => IdOf(n, said.ConvertAll(s => s.Name)))];
    }

    private static RelationshipContent Content(string of, string[] words, List<string> names) => words.Skip(1).Where(w => w != "ended").Aggregate(
        Kin.Of(JsonSerializer.Deserialize<RelationshipType>($"\"{words[0]}\"", Spelling.Of)),
        (content, word) => word.Split(' ') switch
        {
            ["at", "home"] => content with { LivesWithPerson = true },
            ["lives", "with", var name] => content with { LivesWith = IdOf(name, names) },
            ["acts", "for", var name] => content with { ActsFor = IdOf(name, names) },
            ["works", "at", var agency] => content with { Staff = new StaffMember(Cast.Agency(agency), PractitionerId.TryParse($"STAFF-{of.ToUpperInvariant()}")!) },
            ["reached", "by", var agency] => content with { CarryingTeam = TeamId.TryParse($"{agency}/team") },
            _ => throw new FormatException($"{word} says nothing of a relationship"),
        });

    private static Onlooker Looks(string cell, List<string> names, ImmutableArray<Relationship> all, ElementContent content)
    {
        if (cell.StartsWith("the others of ", StringComparison.Ordinal))
        {
            return Looks(cell["the others of ".Length..], names, all, content).Without(ElementVetoes.KeptFrom(content, all));
        }

        if (cell.EndsWith(", reading", StringComparison.Ordinal))
        {
            var staff = all.Single(r => r.Id == IdOf(cell.Split(',')[0], names)).Content.Staff!;
            return Onlooker.Reader(new Caller(staff.Agency, staff.Practitioner, null, ValidateOnly: false));
        }

        var isAnother = cell.StartsWith("another team of ", StringComparison.Ordinal);
        var agency = Cast.Agency(cell.Replace("another team of ", "", StringComparison.Ordinal).Split(',')[0]);
        var present = isAnother ? [] : all.Select(r => r.Content.Staff).OfType<StaffMember>().Where(s => s.Agency == agency).Select(s => s.Practitioner);
        var facts = new TeamFacts(Sector.Education, new Ground("team", 1), present.Append(Cast.Worker).ToImmutableHashSet());
        return Onlooker.Door(TeamId.TryParse($"{agency}/{(isAnother ? "other-team" : "team")}")!, facts, cell.EndsWith(", which leads", StringComparison.Ordinal), Acting.Nobody);
    }

    private static RelationshipId IdOf(string name, List<string> names)
        => names.IndexOf(name) is >= 0 and var at ? Kin.Id(at + 1) : throw new FormatException($"nobody is called {name}");

    private static string[] Split(string cell, char by) => cell.Split(by, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
