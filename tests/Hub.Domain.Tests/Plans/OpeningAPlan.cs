using System.Collections.Immutable;
using Hub.Domain.Identity;
using Hub.Domain.Plans;

namespace Hub.Domain.Tests.Plans;

public sealed class OpeningAPlan
{
    [Fact]
    public void Starts_it_active_at_revision_1_with_its_elements_in_order()
    {
        var started = Paper.Open(Paper.Good, Paper.Good with { Text = "second" }).Decide().MustCommit<PlanStarted>();
        var plan = Assert.Single(PlanFold.Apply([], Cast.Happened(started)));
        Assert.Equal((Paper.Id, PlanType.Safety, Cast.Riverside, PlanState.Active, 1), (plan.Id, plan.Type, plan.Agency, plan.State, plan.Revision));
        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2026, 9, 1)), (plan.StartsOn, plan.EndsOn));
        Assert.Equal([Paper.Good.Text, "second"], plan.Elements.Select(e => e.Content.Text));
        Assert.Equal([Paper.Element(1), Paper.Element(2)], plan.Elements.Select(e => e.Id));
        Assert.All(plan.Elements, e => Assert.Equal((Cast.Worker, plan.ChangedAt), (e.Author, e.RecordedAt)));
    }

    [Fact]
    public void Needs_neither_dates_nor_elements()
    {
        var started = (Paper.Open() with { StartsOn = "", EndsOn = "" }).Decide().MustCommit<PlanStarted>();
        Assert.Null(started.StartsOn);
        Assert.Null(started.EndsOn);
        Assert.Empty(started.Elements);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(15)]
    [InlineData(int.MaxValue)]
    public void Needs_a_known_type(int type)
        => (Paper.Open() with { Type = type }).Decide().MustRefuse(RefusalReason.InvalidField, "plan.type");

    [Theory]
    [InlineData("2026-09-01", "2026-09-01", true)]
    [InlineData("2026-09-02", "2026-09-01", false)]
    public void Cannot_end_it_before_it_starts(string starts, string ends, bool taken)
    {
        var decided = (Paper.Open() with { StartsOn = starts, EndsOn = ends }).Decide();
        Assert.Equal(taken, decided.Change is not null);
        Assert.Equal(taken ? null : "plan.ends_on", decided.Refusal?.Violations.Single().Field);
    }

    [Fact]
    public void Needs_dates_that_are_dates()
        => (Paper.Open() with { StartsOn = "1 March", EndsOn = "2026-13-01" }).Decide()
            .MustRefuse(RefusalReason.InvalidField, "plan.starts_on", "plan.ends_on");

    [Fact]
    public void Takes_64_elements_and_not_65()
    {
        var full = Paper.Open([.. Enumerable.Repeat(Paper.Good, 64)]).Decide().MustCommit<PlanStarted>();
        Assert.Equal(64, full.Elements.Length);
        Paper.Open([.. Enumerable.Repeat(Paper.Good, 65)]).Decide().MustRefuse(RefusalReason.TooLarge, "plan.elements");
    }

    [Fact]
    public void Writes_all_elements_or_none()
        => Paper.Open(Paper.Good, Paper.Good with { Kind = 0 }, Paper.Good).Decide()
            .MustRefuse(RefusalReason.InvalidElement, "plan.elements[1].kind");

    [Fact]
    public void Hears_of_all_broken_fields_at_once_for_the_reason_of_the_first()
        => (Paper.Open(new(99, 99, ""), Paper.Good, Paper.Good with { Text = "\0" }) with { Type = 99, StartsOn = "x", EndsOn = "y" }).Decide()
            .MustRefuse(
                RefusalReason.InvalidField,
                "plan.type",
                "plan.starts_on",
                "plan.ends_on",
                "plan.elements[0].category",
                "plan.elements[0].kind",
                "plan.elements[0].text",
                "plan.elements[2].text");

    [Fact]
    public void Ends_at_64_plans_of_one_agency_about_one_person()
    {
        ImmutableArray<Plan> plans = [];
        for (var i = 0; i < 64; i++)
        {
            var next = Paper.Open() with { Plan = new PlanId((UInt128)i + 1) };
            plans = plans.After(next.Decide(PersonKind.Child, plans, Cast.CallerOf(Cast.Riverside)));
        }

        var another = Paper.Open() with { Plan = new PlanId(65) };
        another.Decide(PersonKind.Child, plans, Cast.CallerOf(Cast.Riverside)).MustRefuse(RefusalReason.TooLarge, "plan");
        another.Decide(PersonKind.Child, plans, Cast.CallerOf(Cast.Harbour)).MustCommit<PlanStarted>();
    }
}
