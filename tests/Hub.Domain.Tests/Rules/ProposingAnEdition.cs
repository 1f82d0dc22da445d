using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Rules;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Rules;

public sealed class ProposingAnEdition
{
    private static readonly EditionRow Known = Registry.Spring.Needs[0];

    [Fact]
    public void Writes_both_tables_in_order_of_the_roles()
    {
        var proposed = Registry.Spring.Decide(RuleBook.Empty, Cast.Now).MustCommit<EditionProposed>();
        Assert.Equal(("spring", new DateOnly(2026, 3, 3), "Made-up Act s.1", "Made up."), (proposed.Name, proposed.EffectiveOn, proposed.LegalSource, proposed.Because));
        Assert.Equal(
            [(Role.LeadSocialWorker, CategorySet.Of(Category.IdentityBasic, Category.PlanContent)), (Role.Midwife, CategorySet.Of(Category.HealthPhysical))],
            proposed.Tables.Needs.Select(r => (r.Role, r.Categories)));
        Assert.Equal([(Role.LeadSocialWorker, Sector.ChildrensSocialCare), (Role.Midwife, Sector.Hospital)], proposed.Tables.Sectors.Select(r => (r.Role, r.Sectors.Single())));
    }

    [Fact]
    public void Gives_decisions_the_tables_as_they_were_sent_and_the_built_in_ones_as_they_are()
    {
        var sent = Registry.Spring.Decide(RuleBook.Empty, Cast.Now).MustCommit<EditionProposed>().Tables;
        Assert.Equal(CategorySet.Of(Category.IdentityBasic, Category.PlanContent), sent.ToNeeds().Of(Role.LeadSocialWorker));
        Assert.True(sent.ToNeeds().Of(Role.PoliceOfficer).IsEmpty);
        Assert.True(sent.ToSectors().Fits(Role.Midwife, Sector.Hospital));
        Assert.False(sent.ToSectors().Fits(Role.Midwife, Sector.Midwifery));
        Assert.All(Enum.GetValues<Role>(), role => Assert.Equal(RoleNeeds.BuiltIn.Of(role), RuleTables.BuiltIn.ToNeeds().Of(role)));
        Assert.All(
            Enum.GetValues<Role>().SelectMany(_ => Enum.GetValues<Sector>(), (role, sector) => (role, sector)),
            pair => Assert.Equal(RoleSectors.BuiltIn.Fits(pair.role, pair.sector), RuleTables.BuiltIn.ToSectors().Fits(pair.role, pair.sector)));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("Spring")]
    [InlineData("-spring")]
    [InlineData("spring-")]
    [InlineData("spring 2027")]
    [InlineData("a-name-of-more-than-32-characters")]
    public void Needs_a_name(string name) => Refused(Registry.Spring with { Name = name }, "name");

    [Theory]
    [InlineData("")]
    [InlineData("2026-03-02")]
    [InlineData("2025-01-01")]
    [InlineData("tomorrow")]
    public void Needs_a_day_to_come(string day) => Refused(Registry.Spring with { EffectiveOn = day }, "effective_on");

    [Fact]
    public void Needs_an_hour_before_its_day()
    {
        Registry.Spring.Decide(RuleBook.Empty, Registry.At("2026-03-02 23:00")).MustCommit<EditionProposed>();
        Registry.Spring.Decide(RuleBook.Empty, Registry.At("2026-03-02 23:01")).MustRefuse(RefusalReason.InvalidField, "effective_on");
    }

    [Fact]
    public void Needs_a_source_and_words()
    {
        Refused(Registry.Spring with { LegalSource = " " }, "legal_source");
        Refused(Registry.Spring with { Because = "" }, "because");
        (Registry.Spring with { LegalSource = new string('x', 513) }).Decide(RuleBook.Empty, Cast.Now).MustRefuse(RefusalReason.TooLarge, "legal_source");
    }

    [Fact]
    public void Takes_no_empty_table_and_no_row_that_says_nothing_or_something_twice()
    {
        Refused(Registry.Spring with { Needs = [] }, "needs");
        Refused(Registry.Spring with { Sectors = [] }, "sectors");
        Refused(Registry.Spring with { Needs = [Known, Known with { Entries = [] }] }, "needs[1].role", "needs[1].categories");
        Refused(Registry.Spring with { Needs = [Known with { Entries = [1, 1] }] }, "needs[0].categories");
        Refused(Registry.Spring with { Sectors = [Registry.Spring.Sectors[0], Registry.Spring.Sectors[0]] }, "sectors[1].role");
    }

    [Fact]
    public void Takes_no_word_that_this_release_does_not_know()
    {
        Refused(Registry.Spring with { Needs = [Known with { Role = 99 }] }, "needs[0].role");
        Refused(Registry.Spring with { Needs = [Known with { Entries = [1, 40] }] }, "needs[0].categories[1]");
        Refused(Registry.Spring with { Sectors = [Registry.Spring.Sectors[0] with { Entries = [0] }] }, "sectors[0].sectors[0]");
    }

    [Fact]
    public void Takes_the_place_of_what_is_only_proposed_and_never_of_what_was_activated_or_is_built_in()
    {
        var now = (RuleBook.Empty, 0L).Proposed("spring", new DateOnly(2026, 3, 9));
        var anew = now.After(Registry.Spring.Decide(now.Item1, Cast.Now).MustCommit<EditionProposed>(), Registry.Key("KEY-B"));
        Assert.Equal((new DateOnly(2026, 3, 3), "KEY-B", 2L), Assert.Single(anew.Book.Editions) is var one ? (one.EffectiveOn, one.ProposedBy.Value, one.Proposal) : default);
        Registry.Spring.Decide((RuleBook.Empty, 0L).Activated("spring", new DateOnly(2026, 3, 9)).Item1, Cast.Now).MustRefuse(RefusalReason.StateConflict, "name");
        (Registry.Spring with { Name = RoleNeeds.Edition }).Decide(RuleBook.Empty, Cast.Now).MustRefuse(RefusalReason.StateConflict, "name");
    }

    [Fact]
    public void Is_taken_back_while_it_is_only_proposed()
    {
        var now = (RuleBook.Empty, 0L).Proposed("spring", new DateOnly(2026, 3, 9)).Activated("autumn", new DateOnly(2026, 9, 1));
        Assert.Equal("autumn", Assert.Single(now.After(new WithdrawEdition("spring", "").Decide(now.Item1).MustCommit<EditionWithdrawn>(), Registry.Key("KEY-B")).Book.Editions).Name);
        new WithdrawEdition("autumn", "").Decide(now.Item1).MustRefuse(RefusalReason.StateConflict, "name");
        new WithdrawEdition("winter", "").Decide(now.Item1).MustRefuse(RefusalReason.NotKnown);
        new WithdrawEdition("spring", new string('x', 5000)).Decide(now.Item1).MustRefuse(RefusalReason.TooLarge, "because");
    }

    [Fact]
    public void Has_room_for_a_hundred()
    {
        var now = Enumerable.Range(0, RuleBook.Most).Aggregate((Book: RuleBook.Empty, Version: 0L), (all, i) => all.Proposed($"edition-{i}", new DateOnly(2026, 3, 9)));
        Registry.Spring.Decide(now.Book, Cast.Now).MustRefuse(RefusalReason.TooLarge, "name");
        (Registry.Spring with { Name = "edition-7" }).Decide(now.Book, Cast.Now).MustCommit<EditionProposed>();
    }

    private static void Refused(ProposeEdition command, params string[] fields) => command.Decide(RuleBook.Empty, Cast.Now).MustRefuse(RefusalReason.InvalidField, fields);
}
