using Hub.Agencies.V1;
using Hub.Agreements.V1;
using Hub.Circles.V1;
using Hub.Client;
using Hub.Faults.Cluster;
using Hub.Faults.Load;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Teams.V1;

namespace Hub.Faults.Race;

/// <summary>A council whose children others hear of, and trusts with teams that hear. Whatever is narrowed has a person, a team, an agreement or a
/// key of its own, so that it is known what rests on it.</summary>
internal sealed class World(HubCluster cluster, RaceClock clock, Chance chance) : IDisposable
{
    public const string CouncilTeam = "council/duty";
    public const string Practitioner = Admission.Practitioner;
    private static readonly string[] Gateways = ["gateway-1", "gateway-2"];
    private static readonly Category[] Agreed = [Category.PlanTypeAndDates, Category.PlanContent, Category.HealthMental, Category.HealthPhysical];
    private readonly CancellationTokenSource heard = new();
    private readonly List<Task> listening = [];
    private readonly List<Listener> listeners = [];
    private readonly Lock turn = new();

    public RaceClock Clock => clock;

    public Agency Registrar { get; private set; } = null!;

    public Agency Council { get; private set; } = null!;

    /// <summary>Each with an agreement and a team: people are narrowed there.</summary>
    public List<Agency> Trusts { get; } = [];

    /// <summary>Each with an agreement that ends and begins.</summary>
    public List<Agency> Partners { get; } = [];

    /// <summary>Its teams' roles change.</summary>
    public Agency Staff { get; private set; } = null!;

    public List<string> StaffTeams { get; } = [];

    /// <summary>Their keys are revoked.</summary>
    public List<Agency> Keyholders { get; } = [];

    public IReadOnlyList<Listener> Listeners
    {
        get
        {
            lock (turn)
            {
                return [.. listeners];
            }
        }
    }

    public static string TeamOf(Agency agency) => $"{agency.Name}/team";

    public async Task Build(int trusts, int partners, int staffTeams, int keyholders)
    {
        Registrar = new Agency("registrar", [.. Gateways.Select(g => cluster.Client(g, "registrar"))]);
        Council = await Admit("council", Sector.ChildrensSocialCare);
        await Open(Council, CouncilTeam, Role.LeadSocialWorker);
        await Hear(Council, CouncilTeam, Listener.Lasting, Reading.Prompt);
        await Hear(Council, CouncilTeam, "slow", Reading.Slow);
        var all = Task.WhenAll(Enumerable.Range(0, trusts).Select(i => Partner($"trust-{i}", Reading.Slow, Reading.SlowPoll)));
        var others = Task.WhenAll(Enumerable.Range(0, partners).Select(i => Partner($"partner-{i}", i % 2 == 0 ? Reading.Slow : Reading.SlowPoll)));
        var keys = Task.WhenAll(Enumerable.Range(0, keyholders).Select(i => Partner($"keyholder-{i}")));
        Staff = await Partner("staff");
        StaffTeams.AddRange(Enumerable.Range(0, staffTeams).Select(i => $"staff/team-{i}"));
        await Task.WhenAll(StaffTeams.Select(t => Listen(Staff, t, [Reading.Slow])));
        Trusts.AddRange(await all);
        Partners.AddRange(await others);
        Keyholders.AddRange(await keys);
    }

    /// <summary>Registers a system and lets it read until all is over, or until told to stop.</summary>
    public async Task<Listener> Hear(Agency agency, string team, string subscriber, Reading reading, string? key = null, CancellationToken stop = default)
    {
        await agency.Ask((c, o) => c.Inbox.RegisterSubscriberAsync(
            new RegisterSubscriberRequest { RequestId = $"{team}-{subscriber}", TeamId = team, Subscriber = subscriber }, o));
        lock (turn)
        {
            var listener = new Listener(agency, team, subscriber, key ?? agency.Name, reading, clock, chance.Branch());
            listeners.Add(listener);
            var both = CancellationTokenSource.CreateLinkedTokenSource(heard.Token, stop);
            listening.Add(listener.Run([.. Gateways.Select(cluster.AgencyPort)], cluster.Agencies, both.Token).ContinueWith(
                t =>
                {
                    both.Dispose();
                    return t;
                },
                TaskScheduler.Default).Unwrap());
            return listener;
        }
    }

    public async Task EndListening()
    {
        await heard.CancelAsync();
        await Task.WhenAll(listening);
    }

    /// <summary>A new key of an agency.</summary>
    public async Task<string> NewKey(Agency agency, string key)
    {
        lock (turn)
        {
            cluster.Agencies.IssueClient(key);
        }

        await Connect(agency.Name, key);
        return cluster.Agencies.Fingerprint(key);
    }

    public async Task Agree(Agency partner)
    {
        var propose = new ProposeAgreementRequest
        {
            RequestId = Agency.NewId(),
            PartnerAgencyId = partner.Name,
            Purposes = { Purpose.Safeguard },
            Gives = { Agreed },
            Takes = { Agreed },
        };
        await Council.Ask((c, o) => c.Agreements.ProposeAgreementAsync(propose, o));
        var draft = (await partner.Ask((c, o) => c.Agreements.ListAgreementsAsync(new ListAgreementsRequest { PageSize = 100 }, o))).Agreements
            .Single(a => a.State == AgreementState.Draft);
        var sign = new SignAgreementRequest { RequestId = Agency.NewId(), AgreementId = draft.AgreementId };
        await partner.Ask((c, o) => c.Agreements.SignAgreementAsync(sign, o));
    }

    public async Task AddMember(string child, string team, Role role)
    {
        var request = new AddCircleMemberRequest { RequestId = Agency.NewId(), Person = child, TeamId = team, Role = role };
        await Council.Ask((c, o) => c.Circles.AddCircleMemberAsync(request, o));
    }

    public void Dispose() => heard.Dispose();

    private async Task<Agency> Partner(string name, params IReadOnlyList<Reading> slow)
    {
        var partner = await Admit(name, Sector.AdultMentalHealth);
        await Listen(partner, TeamOf(partner), slow);
        await Agree(partner);
        return partner;
    }

    private async Task Listen(Agency agency, string team, IReadOnlyList<Reading> slow)
    {
        await Open(agency, team, Role.CareCoordinator);
        await Hear(agency, team, Listener.Lasting, Reading.Prompt);
        foreach (var reading in slow)
        {
            await Hear(agency, team, reading == Reading.Slow ? "slow" : "polls", reading);
        }
    }

    private async Task<Agency> Admit(string name, Sector sector)
    {
        Agency agency;
        lock (turn)
        {
            agency = new Agency(name, [.. Gateways.Select(g => cluster.Client(g, name, name, Practitioner))]);
        }

        var admit = new AdmitAgencyRequest { RequestId = $"admit-{name}", AgencyId = name, Name = $"Fictional {name}", Sector = sector, DutyNumber = "999 0100" };
        await Registrar.Ask((c, o) => c.Agencies.AdmitAgencyAsync(admit, o));
        await Connect(name, name);
        var employ = new RegisterPractitionerRequest { RequestId = $"employ-{name}", AgencyId = name, PractitionerId = Practitioner };
        await Registrar.Ask((c, o) => c.Agencies.RegisterPractitionerAsync(employ, o));
        return agency;
    }

    private async Task Connect(string agency, string key)
    {
        var connect = new RegisterConnectionRequest { RequestId = $"connect-{key}", AgencyId = agency, KeyFingerprint = cluster.Agencies.Fingerprint(key) };
        await Registrar.Ask((c, o) => c.Agencies.RegisterConnectionAsync(connect, o));
    }

    private static async Task Open(Agency agency, string team, Role role)
    {
        var open = new OpenTeamRequest { RequestId = $"open-{team}", TeamId = team, Name = "Fictional desk", DutyNumber = "999 0190" };
        await agency.Ask((c, o) => c.Teams.OpenTeamAsync(open, o));
        await agency.Ask((c, o) => c.Teams.AssignRoleAsync(Roles.Assign(team, role, $"assign-{team}"), o));
    }
}
