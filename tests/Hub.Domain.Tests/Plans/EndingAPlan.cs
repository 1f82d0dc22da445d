using Hub.Domain.Plans;
using Hub.Domain.Sharing;

namespace Hub.Domain.Tests.Plans;

public sealed class EndingAPlan
{
    private static readonly EndPlan Command = new(Paper.Id, 1, (int)PlanState.Ended, "2026-04-01", "The family moved.");

    [Theory]
    [InlineData(PlanState.Ended)]
    [InlineData(PlanState.Revoked)]
    [InlineData(PlanState.EnteredInError)]
    public void Leaves_it_in_the_state_that_was_asked_for(PlanState state)
    {
        var plans = Paper.Active(2);
        var ended = Decide(Command with { State = (int)state }).MustCommit<PlanEnded>();
        Assert.Equal(new PlanEnded(Paper.Id, 2, state, new DateOnly(2026, 4, 1), "The family moved."), ended);

        var plan = PlanFold.Apply(plans, Cast.Happened(ended, version: 5)).Single();
        Assert.Equal((state, 2, new DateOnly(2026, 4, 1)), (plan.State, plan.Revision, plan.EndsOn));
        Assert.Equal(plans[0].Elements, plan.Elements);
        Assert.False(plan.IsOpen);
        Assert.Equal(Cast.Happened(ended, version: 5).At, plan.ChangedAt);
    }

    [Theory]
    [InlineData(0)]
    [InlineData((int)PlanState.Draft)]
    [InlineData((int)PlanState.Active)]
    [InlineData((int)PlanState.OnHold)]
    [InlineData(7)]
    public void Needs_a_state_that_is_an_end(int state) => Decide(Command with { State = state }).MustRefuse(RefusalReason.InvalidField, "state");

    [Fact]
    public void Keeps_the_planned_last_day_when_none_is_given()
        => Assert.Equal(new DateOnly(2026, 9, 1), Decide(Command with { EndsOn = "" }).MustCommit<PlanEnded>().EndsOn);

    [Fact]
    public void May_be_on_its_first_day_but_not_before()
    {
        Decide(Command with { EndsOn = "2026-03-02" }).MustCommit<PlanEnded>();
        Decide(Command with { EndsOn = "2026-03-01" }).MustRefuse(RefusalReason.InvalidField, "ends_on");
    }

    [Fact]
    public void May_be_on_any_day_when_the_first_is_not_known()
    {
        var plans = Paper.Active(0).SetItem(0, Paper.Active(0)[0] with { StartsOn = null });
        (Command with { EndsOn = "1999-01-01" }).Decide(plans, Cast.CallerOf(Cast.Riverside)).MustCommit<PlanEnded>();
    }

    [Fact]
    public void Needs_no_words_and_takes_4096_bytes_of_them()
    {
        Decide(Command with { Because = "" }).MustCommit<PlanEnded>();
        Decide(Command with { Because = new string('a', ElementDraft.MaxText) }).MustCommit<PlanEnded>();
        Decide(Command with { Because = new string('a', ElementDraft.MaxText + 1) }).MustRefuse(RefusalReason.TooLarge, "because");
    }

    [Fact]
    public void Hears_of_all_broken_fields_at_once()
        => Decide(Command with { State = 0, EndsOn = "soon", Because = "\0" }).MustRefuse(RefusalReason.InvalidField, "state", "ends_on", "because");

    private static Decided Decide(EndPlan command) => command.Decide(Paper.Active(2), Cast.CallerOf(Cast.Riverside));
}
