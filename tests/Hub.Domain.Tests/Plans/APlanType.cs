using Hub.Domain.Identity;
using Hub.Domain.Plans;

namespace Hub.Domain.Tests.Plans;

public sealed class APlanType
{
    [Theory]
    [InlineData(PlanType.ChildProtection)]
    [InlineData(PlanType.UnbornChildProtection)]
    [InlineData(PlanType.LookedAfterChild)]
    [InlineData(PlanType.ChildInNeed)]
    [InlineData(PlanType.EarlyHelp)]
    [InlineData(PlanType.EducationHealthAndCare)]
    [InlineData(PlanType.Pathway)]
    public void May_be_for_children_only(PlanType type) => Fits(type, child: true, adult: false);

    [Theory]
    [InlineData(PlanType.AdultMentalHealthCare)]
    [InlineData(PlanType.SubstanceMisuseTreatment)]
    public void May_be_for_adults_only(PlanType type) => Fits(type, child: false, adult: true);

    [Theory]
    [InlineData(PlanType.MentalHealthCrisis)]
    [InlineData(PlanType.Contingency)]
    [InlineData(PlanType.PersonalisedCare)]
    [InlineData(PlanType.Contact)]
    [InlineData(PlanType.Safety)]
    public void May_be_for_both(PlanType type) => Fits(type, child: true, adult: true);

    private static void Fits(PlanType type, bool child, bool adult)
    {
        var command = Paper.Open() with { Type = (int)type };
        Assert.Equal(child, command.Decide(PersonKind.Child).Change is PlanStarted);
        Assert.Equal(adult, command.Decide(PersonKind.Adult).Change is PlanStarted);
        Assert.All(
            new[] { command.Decide(PersonKind.Child), command.Decide(PersonKind.Adult) }.Where(d => d.Change is null),
            d => d.MustRefuse(RefusalReason.InvalidField, "plan.type"));
    }
}
