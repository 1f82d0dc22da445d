using Hub.Domain.Agencies;

namespace Hub.Domain.Tests.Agencies;

public sealed class ADutyTeam
{
    private static readonly SetDutyTeam Naming = new("riverside/duty-desk");
    private static readonly Agency Registered = Desk.Admitted;

    [Fact]
    public void Is_named_and_named_again()
    {
        var named = Registered.After(Naming.Decide(Registered, isOwn: true));
        Assert.Equal("riverside/duty-desk", named.DutyTeam);
        Naming.Decide(named, isOwn: true).MustChangeNothing();
        Assert.Equal("riverside/west", named.After(new SetDutyTeam("riverside/west").Decide(named, isOwn: true)).DutyTeam);
    }

    [Fact]
    public void Must_be_open_and_the_agencys_own() => Naming.Decide(Registered, isOwn: false).MustRefuse(RefusalReason.InvalidField, "team_id");

    [Fact]
    public void Is_of_an_admitted_agency() => Naming.Decide(Agency.Empty, isOwn: true).MustRefuse(RefusalReason.StateConflict, "agency_id");
}
