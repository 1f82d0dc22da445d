using Hub.Adults.V1;
using Hub.Agencies.V1;
using Hub.Agreements.V1;
using Hub.Children.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Links.V1;
using Hub.Plans.V1;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Import;

/// <summary>A fictional council imports the child of the Child Protection – Information Sharing records, a fictional trust the UK Core records. The
/// child and the trust's patient carry one NHS number; their plans are linked and they stay two people.</summary>
public abstract class ALinkBetweenImportedPlans(StoreKind kind) : IAsyncLifetime
{
    private const string ChildrensTeam = "council/cp-team";
    private const string AdultTeam = "trust/cmht";
    private const string Alan = "Patient/PatientFlag-AlanMann-Example";
    private const string Richard = "Patient/UKCore-Patient-RichardSmith-Example";
    private RunningHub hub = null!;
    private HubClient council = null!;
    private HubClient trust = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind);
        council = await hub.Agency("council");
        trust = await hub.Agency("trust", Sector.AdultMentalHealth, "NMC-999002", "999 0202");
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [FactOfPublishedRecords]
    public async Task Carries_what_the_trust_tags_to_the_childs_team_which_acknowledges_it()
    {
        var ours = await ImportRun.Of(hub, "council", "SW999001", PublishedRecords.Files("CPIS", "PatientFlag"));
        var theirs = await ImportRun.Of(hub, "trust", "NMC-999002", PublishedRecords.Files("UKCore"));
        Assert.Equal((1, 2), (await hub.People("k_"), await hub.People("g_")));

        // The council knows the adult too: number, birth date and name agree, so it is the trust's patient, and not the child of the same number.
        var patient = Assert.Single(PublishedRecords.Files("UKCore-Patient-RichardSmith"));
        var adultAtCouncil = (await ImportRun.Of(hub, "council", "SW999001", patient)).Reference(Richard);
        Assert.Equal((1, 2), (await hub.People("k_"), await hub.People("g_")));
        var (child, childPlan) = (ours.Reference(Alan), ours.Reference("CarePlan/CPIS-CarePlan-Example"));
        var (adult, adultPlan) = (theirs.Reference(Richard), theirs.Reference("CarePlan/UKCore-CarePlan-WellnessPlan-Example"));

        await Family.Open(council, ChildrensTeam, Role.LeadSocialWorker, "SW999001");
        await Family.Open(trust, AdultTeam, Role.CareCoordinator, "NMC-999002");
        await council.Circles.AddCircleMemberAsync(Family.Member(child, ChildrensTeam, Role.LeadSocialWorker));
        await Agree();
        await council.Links.ProposeLinkAsync(new ProposeLinkRequest
        {
            RequestId = HubRequest.NewId(),
            Person = child,
            PlanId = childPlan,
            TeamId = ChildrensTeam,
            OtherPerson = adultAtCouncil,
            OtherTeamId = AdultTeam,
        });
        var asked = Assert.Single(await Family.Hear(trust, AdultTeam));
        Assert.Equal(("plan.link-proposed", adult, PlanType.ChildProtection), (asked.Type, asked.Adult, asked.PlanType));
        await trust.Links.AcceptLinkAsync(new AcceptLinkRequest { RequestId = HubRequest.NewId(), Person = asked.Adult, LinkId = asked.LinkId, PlanId = adultPlan });
        Assert.Equal(("plan.linked", PlanType.PersonalisedCare), await First(council, ChildrensTeam));

        // As imported nobody outside of the trust sees a word of it; the practitioner says what it tells.
        var plan = (await trust.Plans.GetPlanAsync(new GetPlanRequest { Person = adult, PlanId = adultPlan })).Plan;
        Assert.Equal("2020-01-01", plan.EndsOn);
        Assert.All(plan.Elements, e => Assert.Equal((Category.Unspecified, ElementKind.Opinion), (e.Content.Category, e.Content.Kind)));
        var text = plan.Elements[0].Content.Text;
        await trust.Plans.RevisePlanAsync(new RevisePlanRequest
        {
            RequestId = HubRequest.NewId(),
            Person = adult,
            PlanId = adultPlan,
            Etag = plan.Etag,
            Operations =
            {
                new ElementOperation { ElementId = plan.Elements[0].ElementId, Replace = new ReplaceElement { Element = People.Element(text, Category.HealthPhysical) } },
            },
        });
        var heard = Assert.Single(await Family.Hear(council, ChildrensTeam));
        Assert.Equal(("plan.changed", child, text), (heard.Type, heard.Child, Assert.Single(heard.Elements).Content.Text));
        Assert.True(await Family.Say(council, ChildrensTeam, heard, Acknowledgement.Accepted));

        Assert.Equal("Mann", (await council.Children.GetChildAsync(new GetChildRequest { Child = child })).Identity.FamilyName);
        Assert.Equal("SMITH", (await council.Adults.GetAdultAsync(new GetAdultRequest { Adult = adultAtCouncil })).Identity.FamilyName);
        Assert.Equal("SMITH", (await trust.Adults.GetAdultAsync(new GetAdultRequest { Adult = adult })).Identity.FamilyName);
        Assert.True((await hub.Audit()).IsWhole);
    }

    [FactOfPublishedRecords]
    public async Task Rests_on_records_that_change_nothing_when_they_come_again()
    {
        var files = PublishedRecords.Files("CPIS", "PatientFlag");
        var first = await ImportRun.Of(hub, "council", "SW999001", files);
        var events = await hub.Events();
        var again = await ImportRun.Of(hub, "council", "SW999001", files);
        Assert.Equal((2, 0, 2), (first.Count("loaded"), again.Count("loaded"), again.Count("known")));
        Assert.Equal(first.Reference(Alan), again.Reference(Alan));
        Assert.Equal(events, await hub.Events());
    }

    private static async Task<(string Type, PlanType Plan)> First(HubClient agency, string team)
    {
        var heard = Assert.Single(await Family.Hear(agency, team));
        return (heard.Type, heard.PlanType);
    }

    private async Task Agree()
    {
        await council.Agreements.ProposeAgreementAsync(new ProposeAgreementRequest
        {
            RequestId = HubRequest.NewId(),
            PartnerAgencyId = "trust",
            Purposes = { Purpose.Safeguard },
            Gives = { Category.PlanTypeAndDates },
            Takes = { Category.PlanTypeAndDates, Category.HealthPhysical },
        });
        var draft = Assert.Single((await trust.Agreements.ListAgreementsAsync(new ListAgreementsRequest())).Agreements);
        await trust.Agreements.SignAgreementAsync(Facts.Sign(draft.AgreementId));
    }
}

/// <summary>On the embedded store.</summary>
public sealed class ALinkBetweenImportedPlansOnEmbedded() : ALinkBetweenImportedPlans(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
[Trait("Runs", "long")]
public sealed class ALinkBetweenImportedPlansOnPostgres() : ALinkBetweenImportedPlans(StoreKind.Postgres);
