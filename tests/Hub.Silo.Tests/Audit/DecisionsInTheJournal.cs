using System.Security.Cryptography;
using Hub.Contracts.Agreements;
using Hub.Contracts.Teams;
using Hub.Domain.Agencies;
using Hub.Domain.Agreements;
using Hub.Domain.Circles;
using Hub.Domain.Teams;
using Hub.Silo.Tests.Owners;

namespace Hub.Silo.Tests.Audit;

/// <summary>A child's plan is changed while another agency's team is on its circle: first without an agreement, then with one.</summary>
public abstract class DecisionsInTheJournal(HubPlace place) : IAsyncLifetime
{
    private static readonly TeamId Lead = TeamId.TryParse("example-council/children")!;
    private static readonly TeamId Other = TeamId.TryParse("example-trust/adults")!;
    private RunningSilo silo = null!;
    private string child = "";

    public async Task InitializeAsync()
    {
        await place.InitializeAsync();
        silo = await RunningSilo.Start(place);
        await Open(Lead, Sector.ChildrensSocialCare, Role.LeadSocialWorker, "SW999001");
        await Open(Other, Sector.AdultMentalHealth, Role.CareCoordinator, "NMC999002");
        child = await silo.Child(Example.Council);
        var (person, plan) = (silo.Person(child), Example.NewPlan());
        await Example.Value(person.OpenPlan(Example.By(Example.Council), Example.Open(plan, "words")));
        await Example.Value(person.AddMember(Example.By(Example.Council), new AddMember($"{Lead}", (int)Role.LeadSocialWorker)));
        await Example.Value(person.AddMember(Example.By(Example.Council), new AddMember($"{Other}", (int)Role.CareCoordinator)));
        await Example.Value(person.RevisePlan(Example.By(Example.Council), Example.Add(plan, 1, "words")));
        var agreement = silo.Grains.GetGrain<IAgreement>($"s_{new AgreementId(7)}");
        await Example.Value(agreement.Propose(
            Example.By(Example.Council), new ProposeAgreement(new AgreementId(7), "example-trust", [(int)Purpose.Safeguard], [(int)Category.PlanContent], [], "", "")));
        await Example.Value(agreement.Sign(Example.By(Example.Trust), new SignAgreement(new AgreementId(7))));
        await Example.Value(person.RevisePlan(Example.By(Example.Council), Example.Add(plan, 2, "words")));
    }

    public async Task DisposeAsync()
    {
        await silo.DisposeAsync();
        await place.DisposeAsync();
    }

    [Fact]
    public async Task Are_told_in_order_yes_and_no()
    {
        var report = await silo.Hub.Decisions(default);
        Assert.Equal((0, 0, 0), (report.ErasedStreams, report.ErasedEvents, report.UnreadableEvents));
        Assert.Equal(["plan.changed", "plan.changed"], report.Events.Select(e => e.Event));
        Assert.All(report.Events, e => Assert.Equal(("example-council", "SW999001"), (e.Holder, e.Practitioner)));
        var (no, yes) = (Assert.Single(report.Events[0].Recipients), Assert.Single(report.Events[1].Recipients));
        Assert.Equal(($"{Other}", "care-coordinator", "circle"), (no.Team, no.Role, no.Route));
        Assert.Equal(("needs-decision", "no-agreement-in-force", 2, false), (no.Verdict, no.Because, no.Withheld, no.IsDelivered));
        Assert.Equal($"{Lead}", no.Asked);
        Assert.All(report.Events, e => Assert.Equal("standing", e.Lane));
        Assert.Null(yes.Asked);
        Assert.Equal(("part", "agreement", 1, true), (yes.Verdict, yes.Because, yes.Withheld, yes.IsDelivered));
        Assert.Equal(["plan-content"], yes.Shown);
        Assert.Null(yes.Acknowledged);
    }

    [Fact]
    public async Task Are_gone_with_the_stream_and_counted()
    {
        await silo.Hub.Erase(child, "order-1", default);
        var report = await silo.Hub.Decisions(default);
        Assert.Empty(report.Events);
        Assert.Equal((1, 2, 0), (report.ErasedStreams, report.ErasedEvents, report.UnreadableEvents));
    }

    [Fact]
    public async Task Are_counted_and_keep_nobody_from_reading_the_rest_when_they_do_not_open()
    {
        await place.AllowRewriting();
        var bytes = place.Bytes(RandomNumberGenerator.GetBytes(60));
        await place.Run($"update event set decisions = {bytes} where stream = '{child}' and version = (select min(version) from event where stream = '{child}' and length(decisions) > 0)");
        var report = await silo.Hub.Decisions(default);
        Assert.Equal("part", Assert.Single(Assert.Single(report.Events).Recipients).Verdict);
        Assert.Equal((0, 1), (report.ErasedEvents, report.UnreadableEvents));
    }

    private async Task Open(TeamId id, Sector sector, Role role, string practitioner)
    {
        var agency = silo.Agency(id.Agency.Value);
        await Example.Value(agency.Admit(Example.By(id.Agency), new AdmitAgency("Fictional", (int)sector, "999 0100")));
        await Example.Value(agency.RegisterPractitioner(Example.By(id.Agency), new RegisterPractitioner(practitioner)));
        var team = silo.Grains.GetGrain<ITeam>($"t_{id}");
        await Example.Value(team.Open(Example.By(id.Agency), new OpenTeam("Fictional desk", "999 0190")));
        await Example.Value(team.AssignRole(Example.By(id.Agency), new AssignRole(practitioner, (int)role)));
    }
}

public sealed class DecisionsInAPostgresJournal() : DecisionsInTheJournal(new PostgresHubPlace());

public sealed class DecisionsInAnSqliteJournal() : DecisionsInTheJournal(new SqliteHubPlace());
