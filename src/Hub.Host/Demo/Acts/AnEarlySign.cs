using Hub.Alerts.V1;
using Hub.Inbox.V1;
using Hub.Plans.V1;

namespace Hub.Host.Demo.Acts;

/// <summary>A change to the mother's plan reaches the child's team, cut to what was agreed.</summary>
internal static class AnEarlySign
{
    public static async Task Play(DemoStory story)
    {
        story.Open("5  An early sign", "Kim sleeps badly. Her coordinator writes four notes into the care plan, in one revision.");
        PlanElementContent[] notes =
        [
            DemoPlan.Element(Category.SafetyPlanTriggers, "Under four hours of sleep, three nights in a row."),
            DemoPlan.Element(Category.HealthMental, "Low in mood; medication brought forward."),
            DemoPlan.Element(Category.SexualHealth, "Nothing that was agreed to pass."),
            DemoPlan.Element(Category.Unspecified, "A note that nobody has put into a category yet."),
        ];
        var written = await Note(story, story.Mother, "records in Kim's plan", notes);
        var heard = await story.Hear(story.Council);
        story.Note(
            heard.Delivery is { Elements.Count: 2, MoreExists: false },
            "The other two notes stayed with the trust, and nothing hints that they exist.", "The other two notes did not stay with the trust unseen!");
        await story.Take(story.Council, heard, Acknowledgement.Accepted, "acknowledges: the social worker has taken it");
        var line = await story.Call(story.Trust, "asks what became of it", () => story.Trust.Client.Alerts.GetProgressAsync(
            new GetProgressRequest { Person = story.Mother.Person, UpdateId = written.UpdateId }).ResponseAsync);
        story.Note($"One line: {DemoWords.Of(line.Progress)}.");
    }

    /// <summary>New elements in one revision, said on the screen word for word.</summary>
    public static Task<RevisePlanResponse> Note(DemoStory story, DemoPlan plan, string did, params PlanElementContent[] notes)
        => story.Call(plan.Agency, $"{did}\n{DemoWords.Lines(notes)}", () => plan.Revise(notes.Select(DemoPlan.Add)));
}
