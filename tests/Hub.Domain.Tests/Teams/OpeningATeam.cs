using Hub.Domain.Agencies;
using Hub.Domain.Teams;
using Hub.Domain.Tests.Agencies;

namespace Hub.Domain.Tests.Teams;

public sealed class OpeningATeam
{
    [Fact]
    public void Gives_it_the_profile_that_others_may_know()
    {
        Assert.Equal(new TeamProfile("Riverside Duty Desk", "01632 960002"), Rota.Opened.Profile);
        Assert.Empty(Rota.Opened.Holders);
    }

    [Fact]
    public void Comes_after_the_agency_is_admitted() => Rota.Open.Decide(Team.Empty, null).MustRefuse(RefusalReason.StateConflict, "team_id");

    [Fact]
    public void Changes_nothing_when_the_profile_is_the_same()
        => (Rota.Open with { Name = " Riverside Duty Desk " }).Decide(Rota.Opened, Desk.Admitted.Profile).MustChangeNothing();

    [Fact]
    public void Corrects_the_profile_and_keeps_the_holders()
    {
        var after = Rota.With(3).After((Rota.Open with { DutyNumber = "01632 960003" }).Decide(Rota.With(3), Desk.Admitted.Profile));
        Assert.Equal("01632 960003", after.Profile?.DutyNumber);
        Assert.Equal(3, after.Holders.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0")]
    [InlineData("call us")]
    public void Needs_name_and_number_as_an_agency_does(string text)
    {
        var agency = new AdmitAgency(text, 1, text).Decide(Agency.Empty).Refusal!;
        var team = new OpenTeam(text, text).Decide(Team.Empty, Desk.Admitted.Profile).Refusal!;
        Assert.Equal(agency.Reason, team.Reason);
        Assert.Equal(agency.Violations.AsEnumerable(), team.Violations);
    }
}
