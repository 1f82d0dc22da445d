using Hub.Children.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.People.V1;
using Hub.Plans.V1;

namespace Hub.Gateway.Tests.Stories;

/// <summary>The fictional people and plans of the stories. NHS numbers are of the range kept for tests.</summary>
internal static class People
{
    public const string Number = "9990000018";

    public const string NhsSystem = "https://fhir.nhs.uk/Id/nhs-number";

    public static Identity Sam(string number = Number) => new()
    {
        FamilyName = "Example",
        GivenNames = { "Sam" },
        BirthDate = "2019-03-04",
        Identifiers = { new Identifier { System = NhsSystem, Value = number } },
    };

    public static async Task<string> Register(this HubClient agency, Identity identity)
        => (await agency.Children.RegisterChildAsync(new RegisterChildRequest { RequestId = HubRequest.NewId(), Identity = identity })).Child;

    public static PlanElementContent Element(string text, Category category = Category.PlanContent)
        => new() { Category = category, Kind = ElementKind.Fact, Text = text };

    public static OpenPlanRequest Protection(string person, params PlanElementContent[] elements) => new()
    {
        RequestId = HubRequest.NewId(),
        Person = person,
        Plan = new PlanContent { Type = PlanType.ChildProtection, StartsOn = "2026-11-02", Elements = { elements } },
    };
}
