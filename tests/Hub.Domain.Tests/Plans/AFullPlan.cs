using Hub.Domain.Plans;

namespace Hub.Domain.Tests.Plans;

public sealed class AFullPlan
{
    [Fact]
    public void Takes_no_element_more()
    {
        var refusal = Paper.Active(64).Revise(Paper.Add(65)).MustRefuse(RefusalReason.TooLarge, "operations");
        Assert.Equal("must leave at most 64 elements in the plan", refusal.Violations[0].Rule);
    }

    [Fact]
    public void Takes_the_64th_element_but_not_the_65th()
    {
        Paper.Active(63).Revise(Paper.Add(64)).MustCommit<PlanChanged>();
        Paper.Active(63).Revise(Paper.Add(64), Paper.Add(65)).MustRefuse(RefusalReason.TooLarge, "operations");
    }

    [Fact]
    public void Takes_an_element_for_each_one_removed_in_whatever_order()
    {
        Paper.Active(64).Revise(Paper.Remove(1), Paper.Add(65)).MustCommit<PlanChanged>();
        var swapped = Paper.Active(64).Revise(Paper.Add(65), Paper.Remove(1));
        Assert.Equal(64, Paper.Active(64).After(swapped).Single().Elements.Length);
    }

    [Fact]
    public void Can_still_be_corrected() => Paper.Active(64).Revise(Paper.Replace(64)).MustCommit<PlanChanged>();
}
