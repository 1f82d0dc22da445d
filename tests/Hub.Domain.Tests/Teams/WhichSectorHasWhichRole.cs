using System.Collections.Frozen;
using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Circles;
using Hub.Domain.Identity;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Sharing;

namespace Hub.Domain.Tests.Teams;

public sealed class WhichSectorHasWhichRole
{
    private static readonly ImmutableArray<DecisionRow> Rows = DecisionTable.Read("which-sector-has-which-role.md");
    private static readonly Sector[] Sectors = Enum.GetValues<Sector>();

    public static TheoryData<string> Roles => [.. Rows.Where(r => r["role"].Length > 0).Select(r => r["role"])];

    public static TheoryData<string> Bodies => [.. Rows.Where(r => r["sector"].Length > 0).Select(r => r["sector"])];

    [Theory, MemberData(nameof(Roles))]
    public void Is_as_the_table_says_of_a_role(string word)
    {
        var (row, role) = (Rows.Single(r => r["role"] == word), Spelling.Read<Role>(word));
        Assert.Equal(Said(role), Sectors.Where(s => RoleSectors.BuiltIn.Fits(role, s)));
        Assert.Equal(row["leads the circle of"], string.Join(", ", Enum.GetValues<PersonKind>().Where(k => Circle.Leads(role, k)).Select(Spelling.Word)));
    }

    [Theory, MemberData(nameof(Bodies))]
    public void Is_as_the_table_says_of_a_sector(string word)
    {
        var (row, sector) = (Rows.Single(r => r["sector"] == word), Spelling.Read<Sector>(word));
        var role = RoleNeeds.OfLinkedTeam(sector);
        Assert.Equal(row["hears of a linked plan as"], role is { } hears ? Spelling.Word(hears) : "");
        Assert.True(role is null || RoleSectors.BuiltIn.Fits(role.Value, sector));
        Assert.Equal(row.IsYes("under a duty to share"), Undecided(sector, Sector.Police) && Undecided(Sector.Police, sector));
    }

    [Fact]
    public void Is_said_of_every_role_and_of_every_sector()
    {
        Assert.Equal(Enum.GetValues<Role>().Length, Roles.Count);
        Assert.Equal(Sectors.Length, Bodies.Count);
        Assert.DoesNotContain(Sectors, s => RoleSectors.BuiltIn.Fits((Role)99, s));
    }

    [Fact]
    public void Is_otherwise_in_some_row_without_a_row_of_the_rules_own_table()
        => Assert.All(RoleSectors.Table.Keys, role =>
        {
            var others = RoleSectors.Table.Where(r => r.Key != role).ToFrozenDictionary();
            Assert.False(Said(role).SequenceEqual(Sectors.Where(s => new RoleSectors(others).Fits(role, s))));
        });

    [Fact]
    public void Has_the_edition_that_the_document_names()
        => Assert.Contains($"Edition {RoleSectors.Edition}.", DecisionTable.Text("which-sector-has-which-role.md"), StringComparison.Ordinal);

    private static IEnumerable<Sector> Said(Role role)
        => Rows.Single(r => r["role"] == Spelling.Word(role))["sectors"] is var cell && cell == "every" ? Sectors : Spelling.Split(cell, ',').Select(Spelling.Read<Sector>).Order();

    private static bool Undecided(Sector holder, Sector recipient)
        => SharingPolicy.Decide(
            Book.AgencyOf(holder), Purpose.Safeguard, Book.Recipient(TeamOf(recipient), Role.TeamManager), Book.OfEverybody.With(Cast.Meadow, recipient), Cast.Now).NeedsDecision;

    // Another agency than the holder, also where both are of one sector.
    private static TeamId TeamOf(Sector sector) => sector == Sector.Police ? Book.TeamOf(Cast.Meadow) : Book.TeamOf(Book.AgencyOf(sector));
}
