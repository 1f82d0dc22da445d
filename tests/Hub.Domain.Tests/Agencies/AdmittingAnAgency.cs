using Hub.Domain.Agencies;

namespace Hub.Domain.Tests.Agencies;

public sealed class AdmittingAnAgency
{
    [Fact]
    public void Gives_it_the_profile_that_others_may_know()
        => Assert.Equal(
            new AgencyProfile("Riverside Children's Services", Sector.ChildrensSocialCare, "+44 (0)1632 960001"),
            Desk.Admitted.Profile);

    [Fact]
    public void Changes_nothing_when_the_profile_is_the_same()
    {
        Desk.Admit.Decide(Desk.Admitted).MustChangeNothing();
        (Desk.Admit with { Name = " Riverside Children's Services ", DutyNumber = "+44 (0)1632 960001 " }).Decide(Desk.Admitted).MustChangeNothing();
    }

    [Fact]
    public void Corrects_the_profile_and_keeps_keys_and_staff()
    {
        var before = Desk.WithKeys(2) with { Practitioners = Desk.WithStaff(3).Practitioners };
        var after = before.After((Desk.Admit with { Name = "Riverside Family Services" }).Decide(before));
        Assert.Equal("Riverside Family Services", after.Profile?.Name);
        Assert.Equal(before, after with { Profile = before.Profile });
    }

    [Theory]
    [InlineData("", RefusalReason.InvalidField)]
    [InlineData("  ", RefusalReason.InvalidField)]
    [InlineData("a\0", RefusalReason.InvalidField)]
    public void Needs_a_name(string name, RefusalReason reason) => (Desk.Admit with { Name = name }).Decide(Agency.Empty).MustRefuse(reason, "name");

    [Fact]
    public void Takes_a_name_of_200_bytes()
    {
        Assert.Equal(200, (Desk.Admit with { Name = new string('a', 200) }).Decide(Agency.Empty).MustCommit<AgencyAdmitted>().Profile.Name.Length);
        (Desk.Admit with { Name = new string('a', 201) }).Decide(Agency.Empty).MustRefuse(RefusalReason.TooLarge, "name");
    }

    [Fact]
    public void Takes_every_sector_of_the_vocabulary()
        => Assert.All(
            Enumerable.Range(1, 15),
            n => Assert.Equal((Sector)n, (Desk.Admit with { Sector = n }).Decide(Agency.Empty).MustCommit<AgencyAdmitted>().Profile.Sector));

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(-1)]
    public void Needs_a_known_sector(int sector)
        => (Desk.Admit with { Sector = sector }).Decide(Agency.Empty).MustRefuse(RefusalReason.InvalidField, "sector");

    [Theory]
    [InlineData("999")]
    [InlineData("+441632960001")]
    [InlineData("01632 960 001")]
    [InlineData("01632 96000 01632 96000 01632 96")]
    public void Takes_a_number_that_can_be_dialled(string number)
        => Assert.Equal(number, (Desk.Admit with { DutyNumber = number }).Decide(Agency.Empty).MustCommit<AgencyAdmitted>().Profile.DutyNumber);

    [Theory]
    [InlineData("")]
    [InlineData("99")]
    [InlineData("  9  ")]
    [InlineData("+()")]
    [InlineData("call us")]
    [InlineData("01632 960001 ext 2")]
    [InlineData("٠١٦٣٢")]
    [InlineData("01632 96000 01632 96000 01632 960")]
    public void Needs_a_number_that_can_be_dialled(string number)
        => (Desk.Admit with { DutyNumber = number }).Decide(Agency.Empty).MustRefuse(RefusalReason.InvalidField, "duty_number");

    [Fact]
    public void Hears_of_all_broken_fields_at_once()
        => new AdmitAgency("", 0, "").Decide(Agency.Empty).MustRefuse(RefusalReason.InvalidField, "name", "sector", "duty_number");
}
