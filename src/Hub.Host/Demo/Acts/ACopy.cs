using Hub.Inbox.V1;
using Hub.Plans.V1;

namespace Hub.Host.Demo.Acts;

/// <summary>An element of one plan is copied into the other, and knows where it comes from.</summary>
internal static class ACopy
{
    public static async Task Play(DemoStory story)
    {
        story.Open("4  What both need to know stands in both plans", "The council writes down how it stays in touch; the trust takes that element into Kim's plan, as a copy.");
        var touch = DemoPlan.Element(Category.HealthMental, "Mother is well; her care team is called once a month.");
        var written = await story.Call(story.Council, $"records in Sam's plan\n{DemoWords.Lines([touch])}", () => story.Child.Revise(DemoPlan.Add(touch)));
        story.Shared = written.ElementIds[0];
        var heard = await story.Hear(story.Trust);
        story.Copy = await story.Call(story.Trust, "takes it into Kim's plan, as a copy", () => story.Mother.Adopt(heard.Delivery));
        await story.Take(story.Trust, heard, Acknowledgement.Actioned, "acknowledges: actioned");
    }
}
