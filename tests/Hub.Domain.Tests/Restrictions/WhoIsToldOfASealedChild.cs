using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Alerts;
using Hub.Domain.Restrictions;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Sharing;

namespace Hub.Domain.Tests.Restrictions;

public sealed class WhoIsToldOfASealedChild
{
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read("who-is-told-of-a-sealed-child.md");

    public static TheoryData<int> News => With("hears instead");

    public static TheoryData<int> Told => With("told as");

    public static TheoryData<int> Elements => With("is shown");

    public static TheoryData<int> Places => With("does");

    [Theory, MemberData(nameof(News))]
    public void Of_news_the_table_says(int line)
    {
        var (row, team) = (Row(line), TeamId.TryParse(Row(line)["team"])!);
        var placed = Sealed.Of(row["side"]);
        Assert.Equal(row["hears instead"], $"{placed.HearsInPlaceOf(team)}");
        Assert.Equal(row.IsYes("is shut out"), placed.AdmitsOnlyOthers(Cast.Meadow, team));
    }

    [Theory, MemberData(nameof(Told))]
    public void Of_a_concern_the_table_says(int line)
    {
        var row = Row(line);
        var content = new ElementContent(row.IsYes("tells of the before") ? Category.AdoptionAndOrigin : Category.HealthPhysical, ElementKind.Fact, "made up");
        var raised = new ConcernRaised(Cast.Meadow, Spelling.Read<Severity>(row["told as"]), null, "", [new WrittenElement(default, content)], "999", null, null);
        Assert.Equal(row["hears"], string.Join(", ", Sealed.Of(row["side"]).HearOfWhatIsTold(raised.IsThreat)));
    }

    [Theory, MemberData(nameof(Elements))]
    public void Of_an_element_the_table_says(int line)
    {
        var row = Row(line);
        TeamId[] teams = [.. Spelling.Split(row["in"], ',').Select(t => TeamId.TryParse(t)!)];
        var sight = ElementSight.Of(
            [], Onlooker.Reader(Cast.CallerOf(Cast.Agency(row["agency"]))), Sealed.Of(row["side"]).KeepsOrigin(Cast.Agency(row["holder"]), Cast.Agency(row["agency"]), teams));
        Assert.Equal(row.IsYes("is shown"), sight.Lets(new ElementContent(Spelling.Read<Category>(row["category"]), ElementKind.Fact, "made up")));
    }

    [Theory, MemberData(nameof(Places))]
    public void Of_who_may_place_it_the_table_says(int line)
    {
        var row = Row(line);
        var leads = row["leads"].Length == 0 ? null : TeamId.TryParse($"{row["leads"]}/cp-team");
        var standing = Sealed.Standing with
        {
            IsOfLead = true,
            Lead = leads,
            Adoption = Sealed.Standing.Adoption with { HoldsRole = row.IsYes("holds the adoption role"), IsAround = row.IsYes("works with the child") },
        };
        var decided = (row["does"] == "seals" ? Sealed.Seal : Sealed.Mark).By(Cast.Agency(row["agency"]), standing);
        Assert.Equal((row.IsYes("may"), row.IsYes("may") ? null : (RefusalReason?)RefusalReason.NotKnown), (decided.Change is RestrictionPlaced, decided.Refusal?.Reason));
    }

    private static DecisionRow Row(int line) => Rows.Single(r => r.Line == line);

    private static TheoryData<int> With(string column) => [.. Rows.Where(r => r.Cells.ContainsKey(column)).Select(r => r.Line)];
}
