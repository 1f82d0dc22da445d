using System.Collections.Frozen;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Sharing;

namespace Hub.Domain.Tests.Rules;

public sealed class AVerdictByAnEdition
{
    private static readonly Moment End = Cast.Now.Plus(TimeSpan.FromDays(9));
    private static readonly Ground Editions = new("editions", 4);
    private static readonly RulesFacts Spring = new(
        "spring", new RoleNeeds(new Dictionary<Role, CategorySet> { [Role.HealthVisitor] = CategorySet.Of(Category.PlanContent, Category.PoliceIntelligence) }.ToFrozenDictionary()),
        RoleSectors.BuiltIn, Editions, End);

    [Fact]
    public void Shows_what_the_role_needs_by_it_and_no_more_than_what_was_agreed()
        => Assert.Equal(CategorySet.Of(Category.PlanContent), Decide(Spring, null).Categories);

    [Fact]
    public void Rests_on_the_editions_and_ends_with_the_one_in_force_or_with_the_agreement()
    {
        var verdict = Decide(Spring, null);
        Assert.Contains(Editions, verdict.Basis.Grounds);
        Assert.Equal(End, verdict.Basis.NotAfter);
        Assert.Equal(End.Plus(TimeSpan.FromDays(-1)), Decide(Spring, End.Plus(TimeSpan.FromDays(-1))).Basis.NotAfter);
        Assert.Equal(End, Decide(Spring, End.Plus(TimeSpan.FromDays(1))).Basis.NotAfter);
    }

    [Fact]
    public void Rests_on_nothing_more_while_none_was_ever_activated()
        => Assert.Equal(["agreement", "person", $"team/{To}"], Decide(RulesFacts.BuiltIn, null).Basis.Grounds.Select(g => g.Name));

    [Fact]
    public void Is_none_where_no_agreement_is_asked_for()
    {
        var book = Book.OfEverybody with { Edition = Spring };
        var own = SharingPolicy.Decide(To.Agency, Purpose.Safeguard, Book.Recipient(To, Role.HealthVisitor), book, Cast.Now);
        Assert.Equal((Because.OwnAgency, CategorySet.All), (own.Because, own.Categories));
        Assert.DoesNotContain(Editions, own.Basis.Grounds);
        Assert.Null(own.Basis.NotAfter);
    }

    private static TeamId To => Book.TeamOf(Book.AgencyOf(Sector.HealthVisiting));

    private static Verdict Decide(RulesFacts edition, Moment? until)
    {
        var holder = Book.AgencyOf(Sector.Police);
        var agreed = new AgreementFacts(new Ground("agreement", 1), 1UL << (int)Purpose.Safeguard, CategorySet.Of(Category.PlanContent, Category.HealthMental), Cast.Now, until);
        var book = Book.OfEverybody.With(new Signed(holder, To.Agency, agreed)) with { Edition = edition };
        return SharingPolicy.Decide(holder, Purpose.Safeguard, Book.Recipient(To, Role.HealthVisitor), book, Cast.Now);
    }
}
