using Hub.Domain.Agencies;

namespace Hub.Domain.Tests.Agencies;

public sealed class PractitionersOfAnAgency
{
    [Fact]
    public void Come_with_admission()
        => new RegisterPractitioner("STAFF-1").Decide(Agency.Empty).MustRefuse(RefusalReason.StateConflict, "agency_id");

    [Fact]
    public void Are_kept_in_the_order_they_came()
    {
        var agency = Desk.WithStaff(1);
        agency = agency.After(new RegisterPractitioner("A-7").Decide(agency));
        Assert.Equal(["STAFF-1", "A-7"], agency.Practitioners.Select(p => p.Value));
    }

    [Fact]
    public void Are_registered_once() => new RegisterPractitioner("STAFF-1").Decide(Desk.WithStaff(1)).MustChangeNothing();

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("staff-1")]
    public void Need_a_number_of_a_register_or_staff_list(string number)
        => new RegisterPractitioner(number).Decide(Desk.Admitted).MustRefuse(RefusalReason.InvalidField, "practitioner_id");

    [Fact]
    public void Are_10000_at_most()
    {
        new RegisterPractitioner(Desk.StaffNumber(10_000)).Decide(Desk.WithStaff(9_999)).MustCommit<PractitionerRegistered>();
        new RegisterPractitioner(Desk.StaffNumber(10_001)).Decide(Desk.WithStaff(10_000)).MustRefuse(RefusalReason.TooLarge, "practitioner_id");
        new RegisterPractitioner(Desk.StaffNumber(1)).Decide(Desk.WithStaff(10_000)).MustChangeNothing();
    }
}
