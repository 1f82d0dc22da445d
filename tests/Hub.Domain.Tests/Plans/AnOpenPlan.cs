using Hub.Domain.Agreements;
using Hub.Domain.Plans;
using Hub.Domain.Sharing;

namespace Hub.Domain.Tests.Plans;

public sealed class AnOpenPlan
{
    [Fact]
    public void Takes_additions_replacements_and_removals_as_one_revision()
    {
        var plans = Paper.Active(3);
        var changed = plans.Revise(Paper.Remove(1), Paper.Replace(2, Paper.Good with { Text = "new" }), Paper.Add(9)).MustCommit<PlanChanged>();
        Assert.Equal((Paper.Id, 2), (changed.Plan, changed.Revision));

        var plan = PlanFold.Apply(plans, Cast.Happened(changed, version: 7)).Single();
        Assert.Equal(2, plan.Revision);
        Assert.Equal([2, 3, 9], plan.Elements.Select(e => (int)e.Id.Value));
        Assert.Equal(["new", Paper.Good.Text, Paper.Good.Text], plan.Elements.Select(e => e.Content.Text));
        Assert.Equal([true, false, true], plan.Elements.Select(e => e.RecordedAt == plan.ChangedAt));
    }

    [Fact]
    public void Takes_an_element_without_a_category()
    {
        var changed = Paper.Active(0).Revise(Paper.Add(1, Paper.Good with { Category = 0 })).MustCommit<PlanChanged>();
        Assert.Null(changed.Changes.Single().Content!.Category);
    }

    [Fact]
    public void Refuses_a_revision_that_changes_nothing() => Paper.Active(1).Revise().MustRefuse(RefusalReason.InvalidField, "operations");

    [Fact]
    public void Refuses_to_change_an_element_it_has_not()
        => Paper.Active(1).Revise(Paper.Replace(2), Paper.Remove(3))
            .MustRefuse(RefusalReason.InvalidElement, "operations[0].element_id", "operations[1].element_id");

    [Fact]
    public void Refuses_to_change_an_element_that_the_same_revision_adds()
        => Paper.Active(1).Revise(Paper.Add(2), Paper.Replace(2)).MustRefuse(RefusalReason.InvalidElement, "operations[1].element_id");

    [Fact]
    public void Refuses_two_operations_on_one_element()
        => Paper.Active(2).Revise(Paper.Replace(1), Paper.Remove(2), Paper.Remove(1))
            .MustRefuse(RefusalReason.InvalidElement, "operations[2].element_id");

    [Theory]
    [InlineData(ElementAct.Add, "operations[1].add")]
    [InlineData(ElementAct.Replace, "operations[1].replace.element")]
    public void Refuses_an_operation_without_its_content(ElementAct act, string field)
        => Paper.Active(2).Revise(Paper.Remove(1), new ElementOperation(act, Paper.Element(2), null)).MustRefuse(RefusalReason.InvalidElement, field);

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(-1)]
    public void Refuses_an_operation_outside_the_vocabulary(int act)
        => Paper.Active(2).Revise(Paper.Remove(1), new ElementOperation((ElementAct)act, Paper.Element(2), Paper.Good))
            .MustRefuse(RefusalReason.InvalidElement, "operations[1]");

    [Fact]
    public void Makes_all_changes_or_none()
        => Paper.Active(2).Revise(Paper.Add(3), Paper.Replace(1, Paper.Good with { Kind = 0 }), Paper.Remove(2))
            .MustRefuse(RefusalReason.InvalidElement, "operations[1].replace.element.kind");

    [Fact]
    public void Tells_all_broken_operations_at_once_for_the_reason_of_the_first()
        => Paper.Active(1).Revise(
                Paper.Add(2, Paper.Good with { Text = new string('a', ElementDraft.MaxText + 1) }),
                Paper.Add(3, new ElementDraft(99, 0, "")),
                Paper.Replace(1),
                Paper.Remove(8))
            .MustRefuse(
                RefusalReason.TooLarge,
                "operations[0].add.text",
                "operations[1].add.category",
                "operations[1].add.kind",
                "operations[1].add.text",
                "operations[3].element_id");

    [Fact]
    public void Takes_64_operations_and_not_65()
    {
        Assert.Equal(64, Paper.Active(0).Revise([.. Enumerable.Range(1, 64).Select(n => Paper.Add(n))]).MustCommit<PlanChanged>().Changes.Length);
        Paper.Active(0).Revise([.. Enumerable.Range(1, 65).Select(n => Paper.Add(n, new ElementDraft(99, 99, "")))])
            .MustRefuse(RefusalReason.TooLarge, "operations");
    }
}
