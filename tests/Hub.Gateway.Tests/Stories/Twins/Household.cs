using Hub.Adults.V1;
using Hub.Agencies.V1;
using Hub.Agreements.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Links.V1;
using Hub.Plans.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>A child on a protection plan of a council, its mother under a care plan of a trust, and a school, in one world.</summary>
internal sealed class Household(World world, HubClient council, HubClient trust, HubClient school)
{
    public const string Worker = "SW999001";
    public const string Coordinator = "NMC-999002";
    public const string Lead = "DSL-999003";
    private string childEtag = "";
    private string motherEtag = "";

    public HubClient Council => council;

    public HubClient Trust => trust;

    public HubClient School => school;

    public string ChildrensTeam => world.Team("council");

    public string AdultTeam => world.Team("trust");

    public string SchoolTeam => world.Team("school");

    /// <summary>The council's references.</summary>
    public string Child { get; private set; } = "";

    public string ChildPlan { get; private set; } = "";

    public string MotherAtCouncil { get; private set; } = "";

    /// <summary>The trust's references.</summary>
    public string Mother { get; private set; } = "";

    public string MotherPlan { get; private set; } = "";

    /// <summary>The agreement of council and trust, by the council's reference.</summary>
    public string Agreement { get; private set; } = "";

    public static async Task<Household> In(World world)
    {
        var home = new Household(
            world,
            await world.Admit("council", Sector.ChildrensSocialCare, Worker),
            await world.Admit("trust", Sector.AdultMentalHealth, Coordinator, "999 0202"),
            await world.Admit("school", Sector.Education, Lead, "999 0303"));
        await World.Open(home.Council, home.ChildrensTeam, Role.LeadSocialWorker, Worker);
        await World.Open(home.Trust, home.AdultTeam, Role.CareCoordinator, Coordinator);
        await World.Open(home.School, home.SchoolTeam, Role.DesignatedSafeguardingLead, Lead);
        home.Child = await home.Council.Register(People.Sam(world.Number(1)));
        home.MotherAtCouncil = await Adult(home.Council, world.Number(2));
        home.Mother = await Adult(home.Trust, world.Number(2));
        var opened = await home.Council.Plans.OpenPlanAsync(People.Protection(home.Child, People.Element("Reviews every month.", Category.HealthMental)));
        (home.ChildPlan, home.childEtag) = (opened.PlanId, opened.Etag);
        (home.MotherPlan, home.motherEtag) = await home.Care(home.Mother);
        await home.Join(home.ChildrensTeam, Role.LeadSocialWorker);
        return home;
    }

    /// <summary>Signed by council and partner, for safeguarding.</summary>
    public async Task<string> Agree(HubClient partner, string name, Category[] gives, Category[] takes)
    {
        var proposed = await Council.Agreements.ProposeAgreementAsync(new ProposeAgreementRequest
        {
            RequestId = HubRequest.NewId(),
            PartnerAgencyId = world.Agency(name),
            Purposes = { Purpose.Safeguard },
            Gives = { gives },
            Takes = { takes },
        });
        var draft = (await partner.Agreements.ListAgreementsAsync(new ListAgreementsRequest())).Agreements.Single(a => a.State == AgreementState.Draft);
        await partner.Agreements.SignAgreementAsync(Facts.Sign(draft.AgreementId));
        return proposed.AgreementId;
    }

    /// <summary>Types, contents, mental health and contacts both ways, and more.</summary>
    public async Task AgreeWithTrust(params Category[] more)
    {
        Category[] all = [Category.PlanTypeAndDates, Category.PlanContent, Category.HealthMental, Category.ProfessionalContact, .. more];
        Agreement = await Agree(Trust, "trust", all, all);
    }

    /// <summary>The school on the child's circle, under an agreement that gives to it.</summary>
    public async Task SchoolHears(params Category[] gives)
    {
        await Agree(School, "school", gives, [Category.Education, Category.HealthPhysical]);
        await Join(SchoolTeam, Role.DesignatedSafeguardingLead);
    }

    public async Task Join(string team, Role role) => await Council.Circles.AddCircleMemberAsync(Family.Member(Child, team, role));

    /// <summary>The two plans linked, and what both heard of it received.</summary>
    public async Task<string> LinkUp()
    {
        var link = await Propose(ChildPlan, MotherAtCouncil);
        var asked = (await Hear(Trust, AdultTeam)).Last(d => d.Type == "plan.link-proposed");
        await Trust.Links.AcceptLinkAsync(new AcceptLinkRequest { RequestId = HubRequest.NewId(), Person = asked.Adult, LinkId = asked.LinkId, PlanId = MotherPlan });
        await Hear(Trust, AdultTeam);
        await Hear(Council, ChildrensTeam);
        return link;
    }

    public async Task<string> Propose(string plan, string other, string person = "") => (await Council.Links.ProposeLinkAsync(new ProposeLinkRequest
    {
        RequestId = HubRequest.NewId(),
        Person = person.Length == 0 ? Child : person,
        PlanId = plan,
        TeamId = ChildrensTeam,
        OtherPerson = other,
        OtherTeamId = AdultTeam,
    })).LinkId;

    public async Task<RevisePlanResponse> NoteChild(params PlanElementContent[] notes)
    {
        var revised = await Revise(Council, Child, ChildPlan, childEtag, notes.Select(n => new ElementOperation { Add = n }));
        childEtag = revised.Etag;
        return revised;
    }

    public async Task<RevisePlanResponse> NoteMother(params PlanElementContent[] notes)
    {
        var revised = await Revise(Trust, Mother, MotherPlan, motherEtag, notes.Select(n => new ElementOperation { Add = n }));
        motherEtag = revised.Etag;
        return revised;
    }

    /// <summary>The council takes a delivered element into the child's plan, as a copy.</summary>
    public async Task Adopt(Delivery heard)
        => childEtag = (await Council.Plans.AdoptElementAsync(new AdoptElementRequest
        {
            RequestId = HubRequest.NewId(),
            Person = Child,
            PlanId = ChildPlan,
            Etag = childEtag,
            TeamId = ChildrensTeam,
            DeliveryId = heard.DeliveryId,
            ElementId = heard.Elements[0].ElementId,
        })).Etag;

    /// <summary>A care plan of the trust.</summary>
    public async Task<(string Plan, string Etag)> Care(string adult)
    {
        var care = await Trust.Plans.OpenPlanAsync(new OpenPlanRequest
        {
            RequestId = HubRequest.NewId(),
            Person = adult,
            Plan = new PlanContent { Type = PlanType.AdultMentalHealthCare, Elements = { People.Element("Sleeps badly.", Category.SafetyPlanTriggers) } },
        });
        return (care.PlanId, care.Etag);
    }

    public static async Task<string> Adult(HubClient agency, string number)
    {
        var identity = People.Sam(number);
        (identity.GivenNames[0], identity.BirthDate) = ("Kim", "1994-05-06");
        return (await agency.Adults.RegisterAdultAsync(new RegisterAdultRequest { RequestId = HubRequest.NewId(), Identity = identity })).Adult;
    }

    /// <summary>What waits at a team, received and confirmed.</summary>
    public static Task<IReadOnlyList<Delivery>> Hear(HubClient agency, string team) => Family.Hear(agency, team, wait: 0);

    private static async Task<RevisePlanResponse> Revise(HubClient agency, string person, string plan, string etag, IEnumerable<ElementOperation> operations)
        => await agency.Plans.RevisePlanAsync(new RevisePlanRequest { RequestId = HubRequest.NewId(), Person = person, PlanId = plan, Etag = etag, Operations = { operations } });
}
