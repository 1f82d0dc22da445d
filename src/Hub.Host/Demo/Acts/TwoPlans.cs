using Hub.Circles.V1;
using Hub.Client.Calls;
using Hub.Plans.V1;

namespace Hub.Host.Demo.Acts;

/// <summary>Each agency keeps its own plan and knows nothing of the other's.</summary>
internal static class TwoPlans
{
    public static async Task Play(DemoStory story)
    {
        var (council, trust) = (story.Council, story.Trust);
        story.Open("1  Two plans that know nothing of each other", "Each agency tells the hub of its own person and its own plan. Nobody else sees either.");
        var child = await story.Call(council, "registers the child, Sam Example", () => DemoPlan.Child(council, "Sam", "Example", "2019-03-04", "9990000018"));
        story.Child = await story.Call(council, "opens a child protection plan for Sam", () => DemoPlan.Open(
            council, child, PlanType.ChildProtection, DemoPlan.Element(Category.PlanContent, "Core group meets every ten days.")));
        await story.Call(council, "puts its team at the lead of the circle around Sam, and the school on it", async () =>
        {
            await council.Client.Circles.AddCircleMemberAsync(Member(child, council.Card));
            return await council.Client.Circles.AddCircleMemberAsync(Member(child, story.School.Card));
        });
        var mother = await story.Call(trust, "registers Kim Example, Sam's mother", () => Kim(trust));
        story.Mother = await story.Call(trust, "opens a mental health care plan for Kim", () => DemoPlan.Open(
            trust, mother, PlanType.AdultMentalHealthCare, DemoPlan.Element(Category.SafetyPlanTriggers, "Sleeps badly before a relapse.")));
        story.MotherAtCouncil = await story.Call(council, "registers Kim too, by the same number", () => Kim(council));
        story.Note(
            mother != story.MotherAtCouncil, "One person, two references: neither can be traced to the other.", "Both were given the same reference to Kim!");
    }

    private static Task<string> Kim(DemoAgency at) => DemoPlan.Adult(at, "Kim", "Example", "1994-05-06", "9990000301");

    private static AddCircleMemberRequest Member(string child, DemoCard card)
        => new() { RequestId = HubRequest.NewId(), Person = child, TeamId = card.Team, Role = card.Role };
}
