using Hub.Inbox.V1;
using Hub.Plans.V1;

namespace Hub.Host.Demo.Acts;

/// <summary>The child's plan is changed in answer, and the mother's team hears of it.</summary>
internal static class TheWayBack
{
    public static async Task Play(DemoStory story)
    {
        story.Open("5  The answer goes the other way", "She changes the matching element of Sam's plan. No telephone call, no second form.");
        var changed = DemoPlan.Element(Category.HealthMental, "Early signs; mother's care team is called every day.");
        await story.Call(story.Council, $"replaces in Sam's plan\n{DemoWords.Lines([changed])}", () => story.Child.Revise(new ElementOperation
        {
            ElementId = story.Child.FirstElement,
            Replace = new ReplaceElement { Element = changed },
        }));
        await story.Take(story.Trust, await story.Hear(story.Trust), Acknowledgement.Accepted, "acknowledges: the coordinator has taken it");
    }
}
