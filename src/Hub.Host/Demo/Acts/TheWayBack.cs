using Hub.Inbox.V1;
using Hub.Plans.V1;

namespace Hub.Host.Demo.Acts;

/// <summary>The child's plan is changed in answer: the mother's team hears of it, and its copy is stale until somebody has looked.</summary>
internal static class TheWayBack
{
    public static async Task Play(DemoStory story)
    {
        story.Open("6  The answer goes the other way", "The social worker changes the element that was copied. No telephone call, no second form.");
        var changed = DemoPlan.Element(Category.HealthMental, "Early signs; mother's care team is called every day.");
        await story.Call(story.Council, $"replaces in Sam's plan\n{DemoWords.Lines([changed])}", () => story.Child.Revise(new ElementOperation
        {
            ElementId = story.Shared,
            Replace = new ReplaceElement { Element = changed },
        }));
        var heard = await story.Hear(story.Trust);
        story.Note(
            await story.Mother.IsStale(story.Copy),
            "In Kim's plan the copy is marked as stale, until the coordinator adopts the change or says why not.", "The copy is not stale!");
        await story.Call(story.Trust, "adopts the change", () => story.Mother.Adopt(heard.Delivery));
        story.Note(!await story.Mother.IsStale(story.Copy), "The mark is gone.", "The copy is still stale!");
        await story.Take(story.Trust, heard, Acknowledgement.Accepted, "acknowledges: the coordinator has taken it");
    }
}
