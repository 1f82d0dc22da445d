using Hub.Agencies.V1;
using Hub.Agreements.V1;
using Hub.Benchmarks.Servers;
using Hub.Children.V1;
using Hub.Circles.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Faults.Load;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Teams.V1;

namespace Hub.Benchmarks.Fanout;

/// <summary>A fictional council with children on protection plans, and health visiting agencies whose teams are on the circles around them, under
/// an agreement with each.</summary>
internal sealed class Cast : IDisposable
{
    private const string CouncilName = "council";
    private const string Duty = "council/duty";
    private const string Worker = "SW999001";
    private const string Visitor = "NMC-999002";
    private const int AtOnce = 16;
    private readonly HubPlace site;
    private readonly HubClient registrar;
    private readonly HubClient council;
    private readonly List<HubClient> partners = [];

    private Cast(HubPlace site) => (this.site, registrar, council) = (site, site.Client("registrar"), site.Client(CouncilName, CouncilName, Worker, HubRetry.Default));

    public HubClient Council => council;

    public IReadOnlyList<WrittenPlan> Plans { get; private set; } = [];

    public static async Task<Cast> Gather(HubPlace site, int people, int fanOut, CancellationToken stop)
    {
        var cast = new Cast(site);
        await cast.Admit(CouncilName, Sector.ChildrensSocialCare, Worker);
        await Open(cast.council, Duty, Worker, Role.LeadSocialWorker);
        for (var agency = 0; agency < Circle.Agencies; agency++)
        {
            await cast.Partner(agency);
        }

        var plans = new WrittenPlan[people];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop };
        await Parallel.ForEachAsync(Enumerable.Range(0, people), parallel, async (person, _) => plans[person] = await cast.Plan(person, fanOut));
        cast.Plans = plans;
        return cast;
    }

    public Subscriber Subscriber(int team, Ledger ledger) => new(partners[team / Circle.TeamsOfAgency], team, TeamOf(team), ledger);

    /// <summary>The first team on a person's circle, and its agency's client.</summary>
    public (HubClient Client, string Team) TeamWith(int person)
    {
        var team = Circle.TeamsOf(person, 1).First();
        return (partners[team / Circle.TeamsOfAgency], TeamOf(team));
    }

    // The site disposes of its clients.
    public void Dispose() => Plans.ToList().ForEach(p => p.Dispose());

    private static string AgencyOf(int agency) => $"visitors-{(char)('a' + agency)}";

    private static string TeamOf(int team) => $"{AgencyOf(team / Circle.TeamsOfAgency)}/team-{(char)('a' + (team % Circle.TeamsOfAgency))}";

    private static async Task Open(HubClient agency, string team, string practitioner, Role role)
    {
        await agency.Teams.OpenTeamAsync(new OpenTeamRequest { RequestId = HubRequest.NewId(), TeamId = team, Name = $"Fictional {team}", DutyNumber = "999 0100" });
        await agency.Teams.AssignRoleAsync(new AssignRoleRequest { RequestId = HubRequest.NewId(), TeamId = team, PractitionerId = practitioner, Role = role });
    }

    private async Task Admit(string name, Sector sector, string practitioner)
    {
        await registrar.Agencies.AdmitAgencyAsync(
            new AdmitAgencyRequest { RequestId = HubRequest.NewId(), AgencyId = name, Name = $"Fictional {name}", Sector = sector, DutyNumber = "999 0100" });
        await registrar.Agencies.RegisterConnectionAsync(
            new RegisterConnectionRequest { RequestId = HubRequest.NewId(), AgencyId = name, KeyFingerprint = site.Authority.Fingerprint(name) });
        await registrar.Agencies.RegisterPractitionerAsync(
            new RegisterPractitionerRequest { RequestId = HubRequest.NewId(), AgencyId = name, PractitionerId = practitioner });
    }

    private async Task Partner(int agency)
    {
        var name = AgencyOf(agency);
        var partner = site.Client(name, name, Visitor, HubRetry.Default);
        partners.Add(partner);
        await Admit(name, Sector.HealthVisiting, Visitor);
        var agreed = await council.Agreements.ProposeAgreementAsync(new ProposeAgreementRequest
        {
            RequestId = HubRequest.NewId(),
            PartnerAgencyId = name,
            Purposes = { Purpose.Safeguard },
            Gives = { Category.PlanTypeAndDates, Category.PlanContent },
        });
        var drafts = await partner.Agreements.ListAgreementsAsync(new ListAgreementsRequest());
        await partner.Agreements.SignAgreementAsync(new SignAgreementRequest { RequestId = HubRequest.NewId(), AgreementId = drafts.Agreements[0].AgreementId });
        foreach (var team in Enumerable.Range(agency * Circle.TeamsOfAgency, Circle.TeamsOfAgency).Select(TeamOf))
        {
            await Open(partner, team, Visitor, Role.HealthVisitor);
            await partner.Inbox.RegisterSubscriberAsync(new RegisterSubscriberRequest { RequestId = HubRequest.NewId(), TeamId = team, Subscriber = Hub.Benchmarks.Fanout.Subscriber.System });
        }
    }

    // The plan before the circle: its opening is told to nobody.
    private async Task<WrittenPlan> Plan(int person, int fanOut)
    {
        var child = (await council.Children.RegisterChildAsync(new RegisterChildRequest { RequestId = HubRequest.NewId(), Identity = Texts.Child(person) })).Child;
        var opened = await council.Plans.OpenPlanAsync(new OpenPlanRequest
        {
            RequestId = HubRequest.NewId(),
            Person = child,
            Plan = new PlanContent { Type = PlanType.ChildProtection, StartsOn = "2026-11-02", Elements = { Texts.Element("Core group meets every ten days.") } },
        });
        await Add(child, Duty, Role.LeadSocialWorker);
        foreach (var team in Circle.TeamsOf(person, fanOut))
        {
            await Add(child, TeamOf(team), Role.HealthVisitor);
        }

        return new WrittenPlan(council, person, child, opened);
    }

    private async Task Add(string child, string team, Role role)
        => await council.Circles.AddCircleMemberAsync(new AddCircleMemberRequest { RequestId = HubRequest.NewId(), Person = child, TeamId = team, Role = role });
}
