using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Restrictions;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Restrictions;

public sealed class WhoIsShutOut
{
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read("who-is-shut-out.md");

    public static TheoryData<int> Lines { get; } = [.. Rows.Select(r => r.Line)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Is_told_by_the_table(int line)
    {
        var row = Rows.Single(r => r.Line == line);
        var (agency, by) = row["who calls"].Split(' ') is [var of, var number] ? (Cast.Agency(of), PractitionerId.TryParse(number)!) : throw new FormatException($"line {line}");
        TeamId[] teams = [.. row["with a role in"].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(t => TeamId.TryParse(t)!)];
        var caller = new Caller(agency, by, null, ValidateOnly: false);
        ImmutableArray<Restriction> placed = [Kept.Of(Read(row), Cast.Agency(row["author"]))];
        Assert.Equal(row.IsYes("is shut out"), placed.Shuts(caller, _ => teams));
        Assert.Equal(row["without"], string.Join(", ", placed.CategoriesKept(caller, _ => teams).ToArray().Select(StoredWord.Of)));
    }

    private static RestrictionTerms Read(DecisionRow row)
    {
        var ground = System.Text.Json.JsonSerializer.Deserialize<RestrictionGround>($"\"{row["ground"]}\"", Sharing.Spelling.Of);
        return Kept.Terms(ground) with
        {
            OwnRecord = row["of its own record only"] == "yes",
            People = [.. Split(row["from people"]).Select(p => p.Split(' ')).Select(p => new NamedPractitioner(Cast.Agency(p[0]), PractitionerId.TryParse(p[1])!))],
            Agencies = [.. Split(row["from"]).Where(f => !f.Contains('/', StringComparison.Ordinal)).Select(Cast.Agency)],
            Teams = [.. Split(row["from"]).Select(TeamId.TryParse).OfType<TeamId>()],
            Categories = CategorySet.Of([.. Split(row["of"]).Select(c => System.Text.Json.JsonSerializer.Deserialize<Category>($"\"{c}\"", Sharing.Spelling.Of))]),
            Admitted = [.. Split(row["admits"]).Select(t => TeamId.TryParse(t)!)],
        };
    }

    private static string[] Split(string cell) => cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
