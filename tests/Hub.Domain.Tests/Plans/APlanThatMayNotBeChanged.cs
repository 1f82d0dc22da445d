using System.Collections.Immutable;
using Hub.Domain.Agencies;
using Hub.Domain.Plans;

namespace Hub.Domain.Tests.Plans;

public sealed class APlanThatMayNotBeChanged
{
    private const int Present = 1;
    private const int Old = 0;

    [Fact]
    public void Is_not_known_to_another_agency_whatever_else_is_wrong()
    {
        Refused(Paper.Active(1), Cast.Harbour, Paper.Id, Present, RefusalReason.NotKnown);
        Refused(Paper.Active(1), Cast.Harbour, Paper.Id, Old, RefusalReason.NotKnown);
        Refused(Paper.Ended(), Cast.Harbour, Paper.Id, Old, RefusalReason.NotKnown);
    }

    [Fact]
    public void Is_answered_to_another_agency_as_one_that_is_not_there()
    {
        var hidden = new RevisePlan(Paper.Id, Present, []).Decide(Paper.Active(1), Cast.CallerOf(Cast.Harbour)).Refusal!;
        var absent = new RevisePlan(new PlanId(77), Present, []).Decide(Paper.Active(1), Cast.CallerOf(Cast.Harbour)).Refusal!;
        Assert.Equal(absent.Reason, hidden.Reason);
        Assert.Empty(hidden.Violations);
        Assert.Empty(absent.Violations);
    }

    [Fact]
    public void Is_seen_by_its_own_agency_only()
    {
        Assert.NotNull(PlanAccess.ToSee(Paper.Active(1), Paper.Id, Cast.CallerOf(Cast.Riverside)));
        Assert.NotNull(PlanAccess.ToSee(Paper.Ended(), Paper.Id, Cast.CallerOf(Cast.Riverside)));
        Assert.Null(PlanAccess.ToSee(Paper.Active(1), Paper.Id, Cast.CallerOf(Cast.Harbour)));
        Assert.Null(PlanAccess.ToSee([], Paper.Id, Cast.CallerOf(Cast.Riverside)));
    }

    [Fact]
    public void Has_ended_before_its_etag_is_looked_at()
    {
        Refused(Paper.Ended(), Cast.Riverside, Paper.Id, 2, RefusalReason.StateConflict, "plan_id");
        Refused(Paper.Ended(), Cast.Riverside, Paper.Id, Old, RefusalReason.StateConflict, "plan_id");
    }

    [Theory]
    [InlineData(PlanState.Ended)]
    [InlineData(PlanState.Revoked)]
    [InlineData(PlanState.EnteredInError)]
    public void Has_ended_in_whichever_way(PlanState state)
        => Refused([Paper.Active(1)[0] with { State = state }], Cast.Riverside, Paper.Id, Present, RefusalReason.StateConflict, "plan_id");

    [Theory]
    [InlineData(PlanState.Draft)]
    [InlineData(PlanState.Active)]
    [InlineData(PlanState.OnHold)]
    public void Is_none_while_it_is_open(PlanState state)
        => ((ImmutableArray<Plan>)[Paper.Active(1)[0] with { State = state }]).Revise(Paper.Remove(1)).MustCommit<PlanChanged>();

    [Fact]
    public void Has_moved_on_before_the_content_is_looked_at()
    {
        Refused(Paper.Active(1), Cast.Riverside, Paper.Id, Old, RefusalReason.StaleVersion, "etag");
        Refused(Paper.Active(1), Cast.Riverside, Paper.Id, Present + 1, RefusalReason.StaleVersion, "etag");
    }

    // Once with good content and once with bad, for both commands: who may not change a plan learns nothing from the content.
    private static void Refused(ImmutableArray<Plan> plans, AgencyId agency, PlanId plan, int expected, RefusalReason reason, params string[] fields)
    {
        var caller = Cast.CallerOf(agency);
        new RevisePlan(plan, expected, [Paper.Replace(1)]).Decide(plans, caller).MustRefuse(reason, fields);
        new RevisePlan(plan, expected, []).Decide(plans, caller).MustRefuse(reason, fields);
        new EndPlan(plan, expected, (int)PlanState.Ended, "", "").Decide(plans, caller).MustRefuse(reason, fields);
        new EndPlan(plan, expected, 0, "never", "\0").Decide(plans, caller).MustRefuse(reason, fields);
    }
}
