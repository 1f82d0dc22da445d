using Hub.Agencies.V1;
using Hub.Children.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.People.V1;
using Hub.Plans.V1;

namespace Hub.Host.Demo;

/// <summary>The story: two agencies know one child and cannot see each other's records; a plan is opened, changed and protected. All
/// people are fictional.</summary>
internal sealed class DemoStory(DemoStage stage, Action<DemoStep> tell)
{
    private const string Council = "Council: lead social worker";
    private const string Trust = "Trust: care coordinator";
    private HubClient council = null!;
    private HubClient trust = null!;

    public async Task Play()
    {
        council = await Admit("northmoor-council", "Northmoor Council (fictional)", Sector.ChildrensSocialCare, "SW999001", "999 0101");
        trust = await Admit("westmere-trust", "Westmere NHS Trust (fictional)", Sector.AdultMentalHealth, "NMC-999002", "999 0202");
        var child = await Register(Council, council, "9990000018");
        var atTrust = await Register(Trust, trust, "9990000018");
        await Hear(Council, "registers a child whose NHS number has a wrong check digit", async () => await Handle(council, "9990000019"));
        tell(new DemoStep("Both", "compare the references they were given", child == atTrust ? "the same!" : "nothing in common: each agency has its own", false));

        var plan = await Open(child);
        await Revise(child, plan);
        await Hear(Trust, "uses the council's reference to the child", async () =>
            (await trust.Plans.GetPlanAsync(new GetPlanRequest { Person = child, PlanId = plan.PlanId })).Plan.PlanId);
        await Hear(Trust, "asks for an agency that the hub does not know", async () =>
            (await trust.Agencies.GetAgencyAsync(new GetAgencyRequest { AgencyId = "another-agency" })).Name);
        await Revoke(child, plan);
    }

    private async Task<HubClient> Admit(string id, string name, Sector sector, string practitioner, string duty)
    {
        var agencies = stage.Registrar.Agencies;
        await agencies.AdmitAgencyAsync(new AdmitAgencyRequest { RequestId = HubRequest.NewId(), AgencyId = id, Name = name, Sector = sector, DutyNumber = duty });
        await agencies.RegisterConnectionAsync(new RegisterConnectionRequest { RequestId = HubRequest.NewId(), AgencyId = id, KeyFingerprint = stage.NewKey(id) });
        await agencies.RegisterPractitionerAsync(new RegisterPractitionerRequest { RequestId = HubRequest.NewId(), AgencyId = id, PractitionerId = practitioner });
        tell(new DemoStep("Registrar", $"admits {name}", $"its key and practitioner {practitioner} are registered", false));
        return stage.Connect(id, id, practitioner);
    }

    private async Task<string> Register(string who, HubClient agency, string number)
    {
        var handle = await Handle(agency, number);
        tell(new DemoStep(who, "registers Sam Example, born 2019-03-04", $"a reference of its own: {handle[..10]}…", false));
        return handle;
    }

    private static async Task<string> Handle(HubClient agency, string number)
        => (await agency.Children.RegisterChildAsync(new RegisterChildRequest
        {
            RequestId = HubRequest.NewId(),
            Identity = new Identity
            {
                FamilyName = "Example",
                GivenNames = { "Sam" },
                BirthDate = "2019-03-04",
                Identifiers = { new Identifier { System = "https://fhir.nhs.uk/Id/nhs-number", Value = number } },
            },
        })).Child;

    private async Task<OpenPlanResponse> Open(string child)
    {
        var request = new OpenPlanRequest
        {
            RequestId = HubRequest.NewId(),
            Person = child,
            Plan = new PlanContent
            {
                Type = PlanType.ChildProtection,
                StartsOn = "2026-11-02",
                Elements =
                {
                    new PlanElementContent { Category = Category.PlanContent, Kind = ElementKind.Fact, Text = "Mother's medication is reviewed every four weeks." },
                    new PlanElementContent { Category = Category.AddressAndLocation, Kind = ElementKind.Fact, Text = "Stays with grandmother at weekends." },
                    new PlanElementContent { Kind = ElementKind.Opinion, Text = "Not yet sorted into a category." },
                },
            },
        };
        var plan = await council.Plans.OpenPlanAsync(request);
        tell(new DemoStep(Council, "opens a child protection plan", $"{plan.ElementIds.Count} elements; {plan.UncategorisedElementIds.Count} without category, for its own agency only", false));
        var again = await council.Plans.OpenPlanAsync(request);
        tell(new DemoStep(Council, "sends the very same request again", again.Equals(plan) ? "the very same answer: one plan" : "another plan!", false));
        return plan;
    }

    private async Task Revise(string child, OpenPlanResponse plan)
    {
        RevisePlanRequest Change(string text) => new()
        {
            RequestId = HubRequest.NewId(),
            Person = child,
            PlanId = plan.PlanId,
            Etag = plan.Etag,
            Operations =
            {
                new ElementOperation
                {
                    ElementId = plan.ElementIds[0],
                    Replace = new ReplaceElement { Element = new PlanElementContent { Category = Category.PlanContent, Kind = ElementKind.Fact, Text = text } },
                },
            },
        };
        await council.Plans.RevisePlanAsync(Change("Mother's medication is reviewed every two weeks."));
        tell(new DemoStep(Council, "revises the plan", "a new etag", false));
        await Hear(Council, "revises the state she saw before", async () => (await council.Plans.RevisePlanAsync(Change("lost update"))).Etag);
        var list = await council.Plans.ListPlanRevisionsAsync(new ListPlanRevisionsRequest { Person = child, PlanId = plan.PlanId });
        tell(new DemoStep(Council, "lists the plan's revisions", $"{list.Revisions.Count}, each with its practitioner and time", false));
    }

    private async Task Revoke(string child, OpenPlanResponse plan)
    {
        await stage.Registrar.Agencies.RevokeConnectionAsync(new RevokeConnectionRequest
        {
            RequestId = HubRequest.NewId(),
            AgencyId = "northmoor-council",
            KeyFingerprint = stage.Fingerprint("northmoor-council"),
        });
        tell(new DemoStep("Registrar", "revokes the council's key", "done; the connection is still open", false));
        await Hear(Council, "reads the plan over the open connection", async () =>
            (await council.Plans.GetPlanAsync(new GetPlanRequest { Person = child, PlanId = plan.PlanId })).Plan.PlanId);
    }

    private async Task Hear(string who, string did, Func<Task<string>> call)
    {
        try
        {
            tell(new DemoStep(who, did, await call(), false));
        }
        catch (HubRefusedException no)
        {
            var more = no.DutyNumbers.Count > 0 ? $"; duty number {no.DutyNumbers[0]}" : no.Violations.Count > 0 ? $" at {no.Violations[0].Field}" : "";
            tell(new DemoStep(who, did, no.Reason + more, true));
        }
    }
}
