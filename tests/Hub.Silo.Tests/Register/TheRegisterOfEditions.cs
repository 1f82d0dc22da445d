using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Rules;
using Hub.Domain.Sharing;
using Hub.Domain.Teams;
using Hub.Silo.Register;

namespace Hub.Silo.Tests.Register;

/// <summary>What decisions and the gate ask of editions of the rules.</summary>
public sealed class TheRegisterOfEditions
{
    private static readonly DateOnly Day = new(2027, 4, 1);
    private static readonly Moment Begins = Edition.Begin(Day);
    private static readonly Moment Before = Begins.Plus(TimeSpan.FromMilliseconds(-1));
    private static readonly Ground Agreement = new("s_00000000000000000000000000000001", 1);
    private static readonly RuleTables Narrow = RuleTables.BuiltIn with { Needs = [new RoleNeed(Role.LeadSocialWorker, CategorySet.Of(Category.PlanContent))] };
    private readonly EditionRegister register = new();

    [Fact]
    public void Gives_the_built_in_edition_and_no_ground_until_one_was_activated()
    {
        register.Set(Book(Of("spring", Day, 3, null)), 3);
        Assert.Same(RulesFacts.BuiltIn, register.At(Begins));
        Assert.False(register.IsBehind(Basis.Of([Agreement]), Begins));
        Assert.Equal(Basis.Of([Agreement]), register.Under(Basis.Of([Agreement])));
    }

    [Fact]
    public void Gives_each_edition_for_its_time_and_says_when_it_ends()
    {
        register.Set(Book(Of("spring", Day, 1, 2), Of("autumn", Day.AddMonths(6), 3, 4)), 4);
        var (built, spring, autumn) = (register.At(Before), register.At(Begins), register.At(Edition.Begin(Day.AddMonths(6))));
        Assert.Equal(("2026-11", Begins, new Ground("r_editions", 4)), (built.Edition, built.Until!.Value, built.Ground!));
        Assert.Equal(("spring", Edition.Begin(Day.AddMonths(6)), new Ground("r_editions", 4)), (spring.Edition, spring.Until!.Value, spring.Ground!));
        Assert.Equal("autumn", autumn.Edition);
        Assert.Null(autumn.Until);
        Assert.Equal(CategorySet.Of(Category.PlanContent), spring.Needs.Of(Role.LeadSocialWorker));
        Assert.Same(spring, register.At(Begins.Plus(TimeSpan.FromDays(1))));
    }

    [Fact]
    public void Holds_back_what_an_agreement_gave_before_the_edition_in_force_was_activated_and_nothing_else()
    {
        register.Set(Book(Of("spring", Day, 1, 2)), 5);
        var first = Basis.Of([Agreement, new Ground("t_agency-a/team", 3)]);
        Assert.False(register.IsBehind(first, Before));
        Assert.True(register.IsBehind(first, Begins));
        Assert.True(register.IsBehind(Basis.Of([Agreement, new Ground("r_editions", 1)]), Begins));
        Assert.False(register.IsBehind(Basis.Of([Agreement, new Ground("r_editions", 2)]), Begins));
        Assert.False(register.IsBehind(Basis.Of([new Ground("t_agency-a/team", 3)]), Begins));
        Assert.False(register.IsBehind(register.Under(first), Begins));
    }

    [Fact]
    public void Counts_what_is_under_way_and_names_no_edition_as_older_than_all()
    {
        Assert.Equal(Basis.Of([Agreement, new Ground("r_editions", 0)]), EditionRegister.UnderWay(Basis.Of([Agreement])));
        var known = Basis.Of([Agreement, new Ground("r_editions", 2)]);
        Assert.Same(known, EditionRegister.UnderWay(known));
        var own = Basis.Of([new Ground("t_agency-a/team", 3)]);
        Assert.Same(own, EditionRegister.UnderWay(own));
    }

    [Fact]
    public void Passes_over_what_is_older_than_it_knows()
    {
        register.Set(Book(Of("spring", Day, 1, 2)), 2);
        register.Set(RuleBook.Empty, 1);
        Assert.Equal("spring", register.At(Begins).Edition);
    }

    private static RuleBook Book(params Edition[] editions) => RuleBook.Empty with { Editions = [.. editions] };

    private static Edition Of(string name, DateOnly day, long proposal, long? activated)
    {
        var by = PractitionerId.TryParse("KEY-A")!;
        return new Edition(name, day, Narrow, "Made-up Act s.1", "Made up.", by, new Moment(0), proposal, activated is { } version ? new Activation(by, new Moment(0), version) : null);
    }
}
