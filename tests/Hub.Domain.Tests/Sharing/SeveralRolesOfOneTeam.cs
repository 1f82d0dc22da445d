using Hub.Domain.Agreements;
using Hub.Domain.Sharing;

namespace Hub.Domain.Tests.Sharing;

public sealed class SeveralRolesOfOneTeam
{
    private static readonly Verdict Contact = Shows(Category.ProfessionalContact);
    private static readonly Verdict Content = Shows(Category.PlanContent);
    private static readonly Verdict NoRole = No(Because.NoRole);
    private static readonly Verdict Undecided = No(Because.NoAgreementInForce) with { NeedsDecision = true };
    private static readonly Verdict Failed = No(Because.RuleError) with { NeedsDecision = true };

    private static readonly Gen<Verdict[]> Several = Gen.Select(
        Gen.OneOf(Contact, Content, NoRole, No(Because.NoAgreement), Undecided, Failed),
        Gen.Int[1, 3],
        Gen.Int[0, 2],
        (verdict, version, ends) => verdict with
        {
            Basis = Basis.Of([new Ground("person", version), new Ground($"{verdict.Because}", 1)], ends == 0 ? null : Cast.Now.Plus(TimeSpan.FromDays(ends))),
        }).Array[1, 5];

    [Fact]
    public void See_together_what_each_may_see()
        => Assert.Equal(CategorySet.Of(Category.ProfessionalContact, Category.PlanContent), Verdict.United(Contact, NoRole, Content).Categories);

    [Fact]
    public void Hear_nothing_when_a_rule_failed_for_one_of_them_and_a_person_has_to_decide()
    {
        var united = Verdict.United(Contact, Failed);
        Assert.Equal((Because.RuleError, true, true, false), (united.Because, united.NeedsDecision, united.Categories.IsEmpty, united.Untagged));
    }

    [Fact]
    public void Are_put_before_a_person_when_one_of_them_is_and_none_sees_anything()
        => Assert.Equal((Because.NoAgreementInForce, true), (Verdict.United(NoRole, Undecided).Because, Verdict.United(NoRole, Undecided).NeedsDecision));

    [Fact]
    public void Are_decided_alike_in_any_order()
        => Gen.Select(Several, Several.Select(v => v.Length)).Sample((verdicts, turn) =>
        {
            var turned = verdicts.Skip(turn % verdicts.Length).Concat(verdicts.Take(turn % verdicts.Length)).Reverse().ToArray();
            Assert.Equal(Verdict.United(verdicts), Verdict.United(turned));
        });

    [Fact]
    public void Never_see_more_than_the_roles_that_may_see_something()
        => Several.Sample(verdicts =>
        {
            var most = verdicts.Aggregate(default(CategorySet), (all, v) => all.Or(v.Categories));
            var united = Verdict.United(verdicts);
            Assert.Equal(united.Categories, united.Categories.And(most));
            Assert.True(!united.Untagged || verdicts.Any(v => v.Untagged));
            Assert.True(verdicts.Any(v => v.Because == Because.RuleError) ? united.Categories.IsEmpty : united.Categories == most);
        });

    [Fact]
    public void Rest_on_the_lowest_version_read_and_the_earliest_end()
    {
        var (sooner, later) = (Cast.Now.Plus(TimeSpan.FromDays(1)), Cast.Now.Plus(TimeSpan.FromDays(2)));
        var united = Verdict.United(
            Contact with { Basis = Basis.Of([new Ground("b", 4), new Ground("a", 2)], later) },
            Content with { Basis = Basis.Of([new Ground("b", 3)], sooner, null) });
        Assert.Equal(new Basis([new Ground("a", 2), new Ground("b", 3)], sooner), united.Basis);
    }

    private static Verdict Shows(Category category) => new(Because.Agreement, CategorySet.Of(category), Untagged: false, NeedsDecision: false, Basis.Of([]));

    private static Verdict No(Because because) => new(because, default, Untagged: false, NeedsDecision: false, Basis.Of([]));
}
