using Hub.Adults.V1;
using Hub.Children.V1;
using Hub.Client.Calls;
using Hub.Inbox.V1;
using Hub.People.V1;
using Hub.Plans.V1;

namespace Hub.Host.Demo;

/// <summary>A plan about one person, by its agency's own references.</summary>
internal sealed class DemoPlan(DemoAgency agency, string person, OpenPlanResponse opened)
{
    private string etag = opened.Etag;

    public DemoAgency Agency => agency;

    public string Person => person;

    public string Plan => opened.PlanId;

    public static async Task<string> Child(DemoAgency at, string given, string family, string born, string number)
        => (await at.Client.Children.RegisterChildAsync(new RegisterChildRequest { RequestId = HubRequest.NewId(), Identity = Identity(given, family, born, number) })).Child;

    public static async Task<string> Adult(DemoAgency at, string given, string family, string born, string number)
        => (await at.Client.Adults.RegisterAdultAsync(new RegisterAdultRequest { RequestId = HubRequest.NewId(), Identity = Identity(given, family, born, number) })).Adult;

    public static async Task<DemoPlan> Open(DemoAgency at, string person, PlanType type, params PlanElementContent[] elements)
        => new(at, person, await at.Client.Plans.OpenPlanAsync(new OpenPlanRequest
        {
            RequestId = HubRequest.NewId(),
            Person = person,
            Plan = new PlanContent { Type = type, StartsOn = "2026-11-02", Elements = { elements } },
        }));

    public static PlanElementContent Element(Category category, string text) => new() { Category = category, Kind = ElementKind.Observation, Text = text };

    public static ElementOperation Add(PlanElementContent element) => new() { Add = element };

    /// <summary>All of the operations in one revision.</summary>
    public async Task<RevisePlanResponse> Revise(params IEnumerable<ElementOperation> operations)
    {
        var revised = await agency.Client.Plans.RevisePlanAsync(new RevisePlanRequest
        {
            RequestId = HubRequest.NewId(),
            Person = person,
            PlanId = Plan,
            Etag = etag,
            Operations = { operations },
        });
        etag = revised.Etag;
        return revised;
    }

    /// <summary>Takes the delivery's one element, or its change, as a copy; the answer is the reference to the copy.</summary>
    public async Task<string> Adopt(Delivery delivery)
    {
        var adopted = await agency.Client.Plans.AdoptElementAsync(new AdoptElementRequest
        {
            RequestId = HubRequest.NewId(),
            Person = person,
            PlanId = Plan,
            Etag = etag,
            TeamId = agency.Card.Team,
            DeliveryId = delivery.DeliveryId,
            ElementId = delivery.Elements[0].ElementId,
        });
        etag = adopted.Etag;
        return adopted.ElementId;
    }

    public async Task<GetPlanResponse> Read() => await agency.Client.Plans.GetPlanAsync(new GetPlanRequest { Person = person, PlanId = Plan });

    public async Task<bool> IsStale(string element) => (await Read()).Plan.Elements.Single(e => e.ElementId == element).IsStale;

    private static Identity Identity(string given, string family, string born, string number) => new()
    {
        FamilyName = family,
        GivenNames = { given },
        BirthDate = born,
        Identifiers = { new Identifier { System = "https://fhir.nhs.uk/Id/nhs-number", Value = number } },
    };
}
