using Hub.Adults.V1;
using Hub.Agencies.V1;
using Hub.Agreements.V1;
using Hub.Circles.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Links.V1;
using Hub.People.V1;
using Hub.Plans.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Linked;

/// <summary>A fictional child on a protection plan of a council, its mother under a care plan of a mental health trust, a school, and an
/// agreement between council and trust. Numbers are of the range kept for tests.</summary>
public sealed class Family
{
    public const string ChildrensTeam = "council/cp-team";
    public const string AdultTeam = "trust/cmht";
    public const string SchoolTeam = "school/safeguarding";
    public const string System = "case-system";
    private string childEtag = "";
    private string lastOfChild = "";
    private string motherElement = "";

    public HubClient Council { get; private init; } = null!;

    public HubClient Trust { get; private init; } = null!;

    public HubClient School { get; private init; } = null!;

    /// <summary>The council's references.</summary>
    public string Child { get; private set; } = "";

    public string MotherAtCouncil { get; private set; } = "";

    public string ChildPlan { get; private set; } = "";

    /// <summary>The trust's references.</summary>
    public string Mother { get; private set; } = "";

    public string MotherPlan { get; private set; } = "";

    public string MotherEtag { get; set; } = "";

    /// <summary>The trust's last update of the mother's plan.</summary>
    public string Update { get; private set; } = "";

    public string Agreement { get; private set; } = "";

    /// <summary>The council's reference to the link.</summary>
    public string LinkAtCouncil { get; private set; } = "";

    public string Link { get; private set; } = "";

    public static async Task<Family> At(RunningHub hub)
    {
        var family = new Family
        {
            Council = await hub.Agency("council", Sector.ChildrensSocialCare, "SW999001"),
            Trust = await hub.Agency("trust", Sector.AdultMentalHealth, "NMC-999002", "999 0202"),
            School = await hub.Agency("school", Sector.Education, "DSL-999003", "999 0303"),
        };
        await Open(family.Council, ChildrensTeam, Role.LeadSocialWorker, "SW999001");
        await Open(family.Trust, AdultTeam, Role.CareCoordinator, "NMC-999002");
        await Open(family.School, SchoolTeam, Role.DesignatedSafeguardingLead, "DSL-999003");
        family.Child = await family.Council.Register(People.Sam(NhsNumbers.From(1)));
        family.MotherAtCouncil = await Adult(family.Council);
        family.Mother = await Adult(family.Trust);
        var opened = await family.Council.Plans.OpenPlanAsync(People.Protection(family.Child, People.Element("Medication reviews every month.", Category.HealthMental)));
        (family.ChildPlan, family.childEtag) = (opened.PlanId, opened.Etag);
        var care = await family.Trust.Plans.OpenPlanAsync(new OpenPlanRequest
        {
            RequestId = HubRequest.NewId(),
            Person = family.Mother,
            Plan = new PlanContent { Type = PlanType.AdultMentalHealthCare, Elements = { People.Element("Sleeps badly before a relapse.", Category.SafetyPlanTriggers) } },
        });
        (family.MotherPlan, family.MotherEtag) = (care.PlanId, care.Etag);
        await family.Council.Circles.AddCircleMemberAsync(Family.Member(family.Child, ChildrensTeam, Role.LeadSocialWorker));
        return family;
    }

    /// <summary>Signed, for safeguarding: contents of plans and mental health both ways, never sexual health.</summary>
    public async Task Agree(params Category[] more)
        => Agreement = await Agree(
            Trust,
            new ProposeAgreementRequest
            {
                PartnerAgencyId = "trust",
                Gives = { Category.PlanTypeAndDates, Category.PlanContent, Category.HealthMental, more },
                Takes = { Category.PlanTypeAndDates, Category.PlanContent, Category.HealthMental, Category.SafetyPlanTriggers, more },
            });

    /// <summary>The council proposes, the partner signs.</summary>
    public async Task<string> Agree(HubClient partner, ProposeAgreementRequest proposal)
    {
        proposal.RequestId = HubRequest.NewId();
        proposal.Purposes.Add(Purpose.Safeguard);
        var proposed = await Council.Agreements.ProposeAgreementAsync(proposal);
        var list = await partner.Agreements.ListAgreementsAsync(new ListAgreementsRequest());
        await partner.Agreements.SignAgreementAsync(new SignAgreementRequest
        {
            RequestId = HubRequest.NewId(),
            AgreementId = list.Agreements.Single(a => a.State == AgreementState.Draft).AgreementId,
        });
        return proposed.AgreementId;
    }

    public async Task Propose()
        => LinkAtCouncil = (await Council.Links.ProposeLinkAsync(new ProposeLinkRequest
        {
            RequestId = HubRequest.NewId(),
            Person = Child,
            PlanId = ChildPlan,
            TeamId = ChildrensTeam,
            OtherPerson = MotherAtCouncil,
            OtherTeamId = AdultTeam,
        })).LinkId;

    /// <summary>Proposed, accepted from the delivery that asked, and what both heard of it confirmed.</summary>
    public async Task LinkUp()
    {
        await Propose();
        var asked = Assert.Single(await Hear(Trust, AdultTeam), d => d.Type == "plan.link-proposed");
        Link = (await Trust.Links.AcceptLinkAsync(new AcceptLinkRequest { RequestId = HubRequest.NewId(), Person = asked.Adult, LinkId = asked.LinkId, PlanId = MotherPlan })).LinkId;
        await Hear(Trust, AdultTeam);
        await Hear(Council, ChildrensTeam);
    }

    public async Task ReviseMother(params PlanElementContent[] added)
    {
        var revised = await Revise(Trust, Mother, MotherPlan, MotherEtag, Adding(added));
        (MotherEtag, Update) = (revised.Etag, revised.UpdateId);
    }

    public async Task ReviseChild(params PlanElementContent[] added)
    {
        var revised = await Revise(Council, Child, ChildPlan, childEtag, Adding(added));
        (childEtag, lastOfChild) = (revised.Etag, revised.ElementIds[^1]);
    }

    /// <summary>New content for the element that was added last.</summary>
    public Task ReplaceInChild(string text, Category category) => ReplaceInChild(People.Element(text, category));

    public async Task ReplaceInChild(PlanElementContent content)
        => childEtag = (await Revise(Council, Child, ChildPlan, childEtag,
            [new ElementOperation { ElementId = lastOfChild, Replace = new ReplaceElement { Element = content } }])).Etag;

    /// <summary>One operation on the element of the mother's plan that says this.</summary>
    public async Task Change(string text, Func<string, ElementOperation> operation)
    {
        var plan = (await Trust.Plans.GetPlanAsync(new GetPlanRequest { Person = Mother, PlanId = MotherPlan })).Plan;
        MotherEtag = (await Revise(Trust, Mother, MotherPlan, plan.Etag, [operation(plan.Elements.Single(e => e.Content.Text == text).ElementId)])).Etag;
    }

    /// <summary>Changes the first element's words, as often as one likes: a plan has room for 64.</summary>
    public async Task Reword(string text)
    {
        if (motherElement.Length == 0)
        {
            motherElement = await First(Trust, Mother, MotherPlan);
        }

        var request = new RevisePlanRequest
        {
            RequestId = HubRequest.NewId(),
            Person = Mother,
            PlanId = MotherPlan,
            Etag = MotherEtag,
            Operations = { new ElementOperation { ElementId = motherElement, Replace = new ReplaceElement { Element = People.Element(text, Category.HealthMental) } } },
        };
        await AfterATurn.Settle(async () => MotherEtag = (await Trust.Plans.RevisePlanAsync(request)).Etag);
    }

    public async Task EndMotherPlan()
        => await Trust.Plans.EndPlanAsync(new EndPlanRequest
        {
            RequestId = HubRequest.NewId(),
            Person = Mother,
            PlanId = MotherPlan,
            Etag = MotherEtag,
            State = PlanState.Ended,
            EndsOn = "2026-11-20",
            Because = "Discharged.",
        });

    public static async Task EndLink(HubClient side, string person)
    {
        var link = (await side.Links.ListLinksAsync(new ListLinksRequest { Person = person })).Links.First(l => l.State == LinkState.Active).LinkId;
        await side.Links.EndLinkAsync(new EndLinkRequest { RequestId = HubRequest.NewId(), Person = person, LinkId = link, Because = "No longer needed." });
    }

    public async Task EndAgreement()
    {
        var request = new EndAgreementRequest { RequestId = HubRequest.NewId(), AgreementId = Agreement, Because = "Merged." };
        await AfterATurn.Settle(async () => await Council.Agreements.EndAgreementAsync(request));
    }

    private static async Task<string> First(HubClient agency, string person, string plan)
        => (await agency.Plans.GetPlanAsync(new GetPlanRequest { Person = person, PlanId = plan })).Plan.Elements[0].ElementId;

    public static AddCircleMemberRequest Member(string person, string team, Role role)
        => new() { RequestId = HubRequest.NewId(), Person = person, TeamId = team, Role = role };

    /// <summary>The next deliveries, confirmed.</summary>
    public static async Task<IReadOnlyList<Delivery>> Hear(HubClient agency, string team, int wait = 10)
    {
        var heard = await Fetch(agency, team, wait);
        await Confirm(agency, team, heard);
        return heard;
    }

    public static async Task<IReadOnlyList<Delivery>> Fetch(HubClient agency, string team, int wait = 10)
        => [.. (await agency.Inbox.FetchDeliveriesAsync(new FetchDeliveriesRequest { TeamId = team, Subscriber = System, WaitSeconds = wait })).Deliveries];

    public static async Task Confirm(HubClient agency, string team, IEnumerable<Delivery> heard)
        => await agency.Inbox.ConfirmDeliveriesAsync(new ConfirmDeliveriesRequest { TeamId = team, Subscriber = System, DeliveryIds = { heard.Select(d => d.DeliveryId) } });

    /// <summary>A named member of the team says what it does with a delivery; whether that was the first.</summary>
    public static async Task<bool> Say(HubClient agency, string team, Delivery heard, Acknowledgement word)
        => (await agency.Inbox.AcknowledgeDeliveryAsync(
            new AcknowledgeDeliveryRequest { RequestId = HubRequest.NewId(), TeamId = team, DeliveryId = heard.DeliveryId, Acknowledgement = word })).IsFirst;

    private static IEnumerable<ElementOperation> Adding(PlanElementContent[] added) => added.Select(e => new ElementOperation { Add = e });

    private static async Task<RevisePlanResponse> Revise(HubClient agency, string person, string plan, string etag, IEnumerable<ElementOperation> operations)
        => await agency.Plans.RevisePlanAsync(new RevisePlanRequest
        {
            RequestId = HubRequest.NewId(),
            Person = person,
            PlanId = plan,
            Etag = etag,
            Operations = { operations },
        });

    /// <summary>A team with a member and a system that reads for it.</summary>
    public static async Task Open(HubClient agency, string team, Role role, string practitioner)
    {
        await agency.Teams.OpenTeamAsync(Facts.Team(team));
        await agency.Teams.AssignRoleAsync(Facts.Assign(team, role, practitioner));
        await agency.Inbox.RegisterSubscriberAsync(new RegisterSubscriberRequest { RequestId = HubRequest.NewId(), TeamId = team, Subscriber = System });
    }

    private static async Task<string> Adult(HubClient agency)
        => (await agency.Adults.RegisterAdultAsync(new RegisterAdultRequest
        {
            RequestId = HubRequest.NewId(),
            Identity = new Identity
            {
                FamilyName = "Example",
                GivenNames = { "Kim" },
                BirthDate = "1994-05-06",
                Identifiers = { new Identifier { System = People.NhsSystem, Value = NhsNumbers.From(30) } },
            },
        })).Adult;
}
