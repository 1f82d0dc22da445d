using Hub.Agencies.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Refusals;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Teams;

/// <summary>An agency's teams and who holds which role in them, through a real port.</summary>
public abstract class TeamStory(StoreKind kind) : IAsyncLifetime
{
    private const string Desk = "council/duty-desk";
    private RunningHub hub = null!;
    private HubClient council = null!;
    private HubClient clinic = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind);
        council = await hub.Agency("council");
        clinic = await hub.Agency("clinic", Sector.AdultMentalHealth, "NMC999002");
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task A_team_is_opened_and_its_roles_are_assigned_and_ended()
    {
        await council.Teams.OpenTeamAsync(Facts.Team(Desk));
        await council.Agencies.RegisterPractitionerAsync(new RegisterPractitionerRequest { RequestId = HubRequest.NewId(), AgencyId = "council", PractitionerId = "SW999003" });
        await council.Teams.AssignRoleAsync(Facts.Assign(Desk, Role.LeadSocialWorker));
        await council.Teams.AssignRoleAsync(Facts.Assign(Desk, Role.TeamManager, "SW999003"));
        Assert.Equal([("SW999001", Role.LeadSocialWorker), ("SW999003", Role.TeamManager)], await Holders(council));

        await council.Teams.EndRoleAsync(Facts.End(Desk, Role.LeadSocialWorker));
        Assert.Equal([("SW999003", Role.TeamManager)], await Holders(council));
        Assert.Equal("STATE_CONFLICT", (await Told.By(async () => await council.Teams.EndRoleAsync(Facts.End(Desk, Role.LeadSocialWorker)))).Reason);

        var corrected = Facts.Team(Desk);
        corrected.DutyNumber = "999 0191";
        await council.Teams.OpenTeamAsync(corrected);
        Assert.Equal(("999 0191", 1), ((await Get(council)).DutyNumber, (await Get(council)).Holders.Count));
        Assert.Equal(5, await hub.Events("t_"));
        Assert.True((await hub.Audit()).IsWhole);
    }

    [Fact]
    public async Task Others_learn_how_to_reach_a_team_and_not_who_works_in_it()
    {
        Assert.Equal("NOT_KNOWN", (await Told.By(() => Get(clinic))).Reason);
        await council.Teams.OpenTeamAsync(Facts.Team(Desk));
        await council.Teams.AssignRoleAsync(Facts.Assign(Desk, Role.LeadSocialWorker));
        foreach (var other in new[] { clinic, hub.Registrar })
        {
            Assert.Equal(new GetTeamResponse { Name = "Fictional duty desk", DutyNumber = "999 0190" }, await Get(other));
        }

        Assert.Equal("UNKNOWN_CALLER", (await Told.By(() => Get(hub.Client("stranger")))).Reason);
    }

    [Fact]
    public async Task A_role_is_one_of_the_agencys_sector()
    {
        await clinic.Teams.OpenTeamAsync(Facts.Team("clinic/crisis-team"));
        await clinic.Teams.AssignRoleAsync(Facts.Assign("clinic/crisis-team", Role.CareCoordinator, "NMC999002"));
        await Refused("INVALID_FIELD", "role", async () => await clinic.Teams.AssignRoleAsync(Facts.Assign("clinic/crisis-team", Role.LeadSocialWorker, "NMC999002")));

        // The registrar corrects the sector, and the next decision knows.
        await hub.Agency("clinic", Sector.Police, "NMC999002");
        await Refused("INVALID_FIELD", "role", async () => await clinic.Teams.AssignRoleAsync(Facts.Assign("clinic/crisis-team", Role.CareCoordinator, "NMC999002")));
        await clinic.Teams.AssignRoleAsync(Facts.Assign("clinic/crisis-team", Role.PoliceOfficer, "NMC999002"));
    }

    [Fact]
    public async Task Nobody_touches_another_agencys_team_and_the_registrar_only_opens()
    {
        await hub.Registrar.Teams.OpenTeamAsync(Facts.Team(Desk));
        await council.Teams.AssignRoleAsync(Facts.Assign(Desk, Role.LeadSocialWorker));
        foreach (var team in new[] { Desk, "council/nowhere", "nowhere/duty-desk" })
        {
            await Refused("UNKNOWN_CALLER", null, async () => await clinic.Teams.OpenTeamAsync(Facts.Team(team)));
            foreach (var other in new[] { clinic, hub.Registrar })
            {
                await Refused("UNKNOWN_CALLER", null, async () => await other.Teams.AssignRoleAsync(Facts.Assign(team, Role.LeadSocialWorker, "NMC999002")));
                await Refused("UNKNOWN_CALLER", null, async () => await other.Teams.EndRoleAsync(Facts.End(team, Role.LeadSocialWorker)));
            }
        }

        await Refused("STATE_CONFLICT", "team_id", async () => await hub.Registrar.Teams.OpenTeamAsync(Facts.Team("nowhere/duty-desk")));
        await Refused("UNKNOWN_CALLER", "hub-practitioner", async () => await hub.Client("council").Teams.OpenTeamAsync(Facts.Team(Desk)));
    }

    [Fact]
    public async Task A_repeated_request_has_one_outcome_also_after_a_restart()
    {
        var (open, assign, end) = (Facts.Team(Desk), Facts.Assign(Desk, Role.DutyManager), Facts.End(Desk, Role.DutyManager));
        await council.Teams.OpenTeamAsync(open);
        await council.Teams.AssignRoleAsync(assign);
        await council.Teams.EndRoleAsync(end);
        await hub.StopProcess();
        await hub.StartProcess();
        Assert.Empty(await Holders(council));
        await council.Teams.OpenTeamAsync(open);
        await council.Teams.EndRoleAsync(end);
        end.Because = "Other words.";
        await Refused("REQUEST_ID_REUSED", "request_id", async () => await council.Teams.EndRoleAsync(end));
        Assert.Equal(3, await hub.Events("t_"));
    }

    [Fact]
    public async Task Validating_only_writes_nothing()
    {
        var open = Facts.Team(Desk);
        open.ValidateOnly = true;
        await council.Teams.OpenTeamAsync(open);
        Assert.Equal("NOT_KNOWN", (await Told.By(() => Get(council))).Reason);
        open.ValidateOnly = false;
        await council.Teams.OpenTeamAsync(open);
        var assign = Facts.Assign(Desk, Role.TeamManager);
        assign.ValidateOnly = true;
        await council.Teams.AssignRoleAsync(assign);
        Assert.Empty(await Holders(council));
    }

    private static async Task<GetTeamResponse> Get(HubClient caller) => await caller.Teams.GetTeamAsync(new GetTeamRequest { TeamId = Desk });

    private static async Task<IEnumerable<(string, Role)>> Holders(HubClient caller) => (await Get(caller)).Holders.Select(h => (h.PractitionerId, h.Role));

    private async Task Refused(string reason, string? field, Func<Task> call)
    {
        var written = await hub.Events();
        var told = await Told.By(call);
        Assert.Equal((reason, field), (told.Reason, told.Fields.SingleOrDefault()));
        Assert.Equal(written, await hub.Events());
    }
}

/// <summary>On the embedded store.</summary>
public sealed class TeamStoryOnEmbedded() : TeamStory(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class TeamStoryOnPostgres() : TeamStory(StoreKind.Postgres);
