using Hub.Domain.Agencies;
using Hub.Domain.Teams;

namespace Hub.Domain.Tests.Teams;

public sealed class RolesInATeam
{
    [Fact]
    public void Come_after_it_is_opened()
    {
        Rota.Assign(1, Role.LeadSocialWorker).Decide(Team.Empty).MustRefuse(RefusalReason.StateConflict, "team_id");
        Rota.End(1, Role.LeadSocialWorker).Decide(Team.Empty).MustRefuse(RefusalReason.StateConflict, "team_id");
    }

    [Fact]
    public void Have_holders_in_order_of_assignment_since_then()
    {
        var team = Rota.Opened.After(Rota.Assign(2, Role.LeadSocialWorker).Decide(Rota.Opened));
        team = team.After(Rota.Assign(1, Role.LeadSocialWorker).Decide(team));
        team = team.After(Rota.Assign(2, Role.TeamManager).Decide(team));
        Assert.Equal(
            [(Rota.Staff(2), Role.LeadSocialWorker), (Rota.Staff(1), Role.LeadSocialWorker), (Rota.Staff(2), Role.TeamManager)],
            team.Holders.Select(h => (h.Practitioner, h.Role)));
        Assert.All(team.Holders, h => Assert.Equal(Cast.Happened(new RoleAssigned(h.Practitioner, h.Role)).At, h.From));
        Assert.True(team.IsMember(Rota.Staff(1)));
        Assert.False(team.IsMember(Rota.Staff(3)));
    }

    [Fact]
    public void Are_assigned_once()
        => Rota.Assign(1, Role.DutyManager).Decide(Rota.With(1)).MustChangeNothing();

    [Theory]
    [InlineData(Role.LeadSocialWorker, Sector.Education)]
    [InlineData(Role.DesignatedSafeguardingLead, Sector.Police)]
    [InlineData(Role.CareCoordinator, Sector.ChildrensSocialCare)]
    [InlineData(Role.HousingOfficer, Sector.Voluntary)]
    public void Are_those_of_the_agencys_sector(Role role, Sector sector)
        => Rota.Assign(1, role).Decide(Rota.Opened, sector).MustRefuse(RefusalReason.InvalidField, "role");

    [Fact]
    public void Have_somebody_who_answers_in_every_sector()
        => Assert.All(Enum.GetValues<Sector>(), s => Rota.Assign(1, Role.TeamManager).Decide(Rota.Opened, s).MustCommit<RoleAssigned>());

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(-1)]
    public void Are_those_of_the_vocabulary(int role)
    {
        (Rota.Assign(1, Role.DutyManager) with { Role = role }).Decide(Rota.Opened).MustRefuse(RefusalReason.InvalidField, "role");
        (Rota.End(1, Role.DutyManager) with { Role = role }).Decide(Rota.With(1)).MustRefuse(RefusalReason.InvalidField, "role");
    }

    [Fact]
    public void Are_held_by_registered_practitioners_of_the_agency()
    {
        Rota.Assign(301, Role.DutyManager).Decide(Rota.Opened).MustRefuse(RefusalReason.InvalidField, "practitioner_id");
        new AssignRole("sam", 0).Decide(Rota.Opened).MustRefuse(RefusalReason.InvalidField, "practitioner_id", "role");
    }

    [Fact]
    public void Have_256_holders_at_most()
    {
        Rota.Assign(256, Role.DutyManager).Decide(Rota.With(255)).MustCommit<RoleAssigned>();
        Rota.Assign(257, Role.DutyManager).Decide(Rota.With(256)).MustRefuse(RefusalReason.TooLarge, "team_id");
        Rota.Assign(1, Role.DutyManager).Decide(Rota.With(256)).MustChangeNothing();
    }

    [Fact]
    public void End_one_by_one()
    {
        var team = Rota.With(2);
        team = team.After(Rota.Assign(1, Role.TeamManager).Decide(team));
        var ended = Rota.End(1, Role.DutyManager, "Moved to another team.").Decide(team).MustCommit<RoleEnded>();
        Assert.Equal(new RoleEnded(Rota.Staff(1), Role.DutyManager, "Moved to another team."), ended);
        team = team.Apply(Cast.Happened(ended));
        Assert.Equal([(Rota.Staff(2), Role.DutyManager), (Rota.Staff(1), Role.TeamManager)], team.Holders.Select(h => (h.Practitioner, h.Role)));
        Assert.True(team.IsMember(Rota.Staff(1)));
        team = team.After(Rota.End(1, Role.TeamManager).Decide(team));
        Assert.False(team.IsMember(Rota.Staff(1)));
    }

    [Fact]
    public void Are_not_ended_for_somebody_who_does_not_hold_them()
    {
        Rota.End(2, Role.DutyManager).Decide(Rota.With(1)).MustRefuse(RefusalReason.StateConflict, "practitioner_id");
        Rota.End(1, Role.TeamManager).Decide(Rota.With(1)).MustRefuse(RefusalReason.StateConflict, "practitioner_id");
    }

    [Fact]
    public void End_with_4096_bytes_of_words_at_most()
    {
        Rota.End(1, Role.DutyManager, new string('a', 4096)).Decide(Rota.With(1)).MustCommit<RoleEnded>();
        Rota.End(1, Role.DutyManager, new string('a', 4097)).Decide(Rota.With(1)).MustRefuse(RefusalReason.TooLarge, "because");
        Rota.End(1, Role.DutyManager, "\0").Decide(Rota.With(1)).MustRefuse(RefusalReason.InvalidField, "because");
    }
}
