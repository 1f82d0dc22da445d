using Hub.Inbox.V1;
using Hub.Plans.V1;

namespace Hub.Host.Demo.Acts;

/// <summary>A team on the child's circle receives what its own agreement covers, and nothing else.</summary>
internal static class OnlyEducation
{
    public static async Task Play(DemoStory story)
    {
        story.Open("7  The school hears of school, and of nothing else", "It is on Sam's circle, but so far has signed nothing: what happened before passed it by.");
        await AnAgreement.Sign(story, story.School, [Category.Education], []);
        await AnEarlySign.Note(
            story, story.Child, "records in Sam's plan",
            DemoPlan.Element(Category.Education, "Late four times this month; breakfast club offered."),
            DemoPlan.Element(Category.HealthPhysical, "Asthma review is overdue."));
        var heard = await story.Hear(story.School);
        story.Note(
            heard.Delivery.Type == "record.updated",
            "It does not even learn what kind of plan this is: that was not agreed.", $"It is told {heard.Delivery.Type}!");
        await story.Take(story.School, heard, Acknowledgement.Accepted, "acknowledges: the safeguarding lead has taken it");
    }
}
