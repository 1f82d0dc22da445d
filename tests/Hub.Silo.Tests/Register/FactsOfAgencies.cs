using System.Buffers.Binary;
using Hub.Contracts.Agreements;
using Hub.Contracts.Teams;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Teams;
using Hub.Silo.Journal;
using Hub.Silo.Register;
using Hub.Silo.Tests.Owners;

namespace Hub.Silo.Tests.Register;

/// <summary>What the registers know of agencies, teams and agreements: at once, after a restart, and in the version of the ground that
/// decisions name.</summary>
public abstract class FactsOfAgencies(HubPlace place) : IAsyncLifetime
{
    private static readonly TeamId Desk = TeamId.TryParse("example-council/duty-desk")!;
    private static readonly AgreementId Id = new(7);

    public Task InitializeAsync() => place.InitializeAsync();

    public Task DisposeAsync() => place.DisposeAsync();

    [Fact]
    public async Task Are_those_of_the_grounds_also_after_a_restart()
    {
        await using (var silo = await RunningSilo.Start(place))
        {
            await Fill(silo);
            await Check(silo);
        }

        await using (var again = await RunningSilo.Start(place))
        {
            await Check(again);
            Assert.True((await again.Hub.Audit(null, default)).IsWhole);
        }
    }

    [Fact]
    public async Task Give_one_inbox_to_one_team()
    {
        await using var silo = await RunningSilo.Start(place);
        await Fill(silo);
        var key = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(key, Desk.Inbox);
        Assert.Equal($"t_{Desk}", Assert.Single(await silo.Store.FindClaims(ClaimSpace.Inbox, key, key, default)).Stream);
    }

    [Fact]
    public async Task Let_no_role_rest_on_an_agency_that_has_changed()
    {
        await using var silo = await RunningSilo.Start(place);
        await Fill(silo);

        // As in a silo that lost touch: the register and the ground name different versions.
        var agencies = silo.Service<AgencyRegister>();
        var stale = agencies.Of(Example.Council)!;
        await Example.Value(silo.Agency("example-council").RegisterPractitioner(Example.By(Example.Council), new RegisterPractitioner("SW999002")));
        Assert.Equal(stale.Version + 1, agencies.Of(Example.Council)!.Version);
        agencies.Set(Example.Council, Behind(stale), stale.Version + 2);
        var team = silo.Grains.GetGrain<ITeam>($"t_{Desk}");
        Assert.Equal(
            Domain.RefusalReason.TryAgain,
            await Example.Reason(team.AssignRole(Example.By(Example.Council), new AssignRole("SW999001", (int)Role.ConferenceChair))));
        await Example.Value(team.EndRole(Example.By(Example.Council), new EndRole("SW999001", (int)Role.TeamManager, "")));
    }

    private static Agency Behind(AgencyFacts facts) => new(facts.Profile, [], [.. facts.Practitioners], null);

    private static async Task Fill(RunningSilo silo)
    {
        foreach (var agency in new[] { Example.Council, Example.Trust })
        {
            await Example.Value(silo.Agency(agency.Value).Admit(Example.By(agency), new AdmitAgency("Fictional", 1, "999 0100")));
            await Example.Value(silo.Agency(agency.Value).RegisterPractitioner(Example.By(agency), new RegisterPractitioner("SW999001")));
        }

        var team = silo.Grains.GetGrain<ITeam>($"t_{Desk}");
        await Example.Value(team.Open(Example.By(Example.Council), new OpenTeam("Fictional desk", "999 0190")));
        await Example.Value(team.AssignRole(Example.By(Example.Council), new AssignRole("SW999001", (int)Role.TeamManager)));
        await Example.Value(silo.Agency("example-council").SetDutyTeam(Example.By(Example.Council), new SetDutyTeam($"{Desk}")));
        var agreement = silo.Grains.GetGrain<IAgreement>($"s_{Id}");
        await Example.Value(agreement.Propose(Example.By(Example.Council), new ProposeAgreement(Id, "example-trust", [1], [6], [], "", "")));
        await Example.Value(agreement.Sign(Example.By(Example.Trust), new SignAgreement(Id)));
    }

    private static async Task Check(RunningSilo silo)
    {
        var agencies = silo.Service<AgencyRegister>();
        var facts = agencies.Of(Example.Council)!;
        Assert.Equal(Sector.ChildrensSocialCare, agencies.SectorOf(Example.Council));
        Assert.Equal([PractitionerId.TryParse("SW999001")!], facts.Practitioners.AsEnumerable());
        Assert.Equal(Desk, facts.DutyTeam);
        Assert.Equal(facts.Version, await silo.Store.ReadGround("o_example-council", default));

        var (team, version) = silo.Service<TeamRegister>().Of(Desk)!.Value;
        Assert.True(team.IsMember(PractitionerId.TryParse("SW999001")!));
        Assert.Equal(version, await silo.Store.ReadGround($"t_{Desk}", default));

        var agreements = silo.Service<AgreementRegister>();
        var known = Assert.Single(agreements.Between(Example.Trust, Example.Council));
        Assert.Equal((Id, 2), (known.Id, known.Version));
        Assert.NotNull(known.Agreement.SignedAt);
        Assert.Equal(known.Version, await silo.Store.ReadGround($"s_{Id}", default));
    }
}

public sealed class FactsOfAgenciesOnPostgres() : FactsOfAgencies(new PostgresHubPlace());

public sealed class FactsOfAgenciesOnSqlite() : FactsOfAgencies(new SqliteHubPlace());
