using Hub.Client.Calls;
using Hub.Inbox.V1;
using Hub.Links.V1;
using Hub.Plans.V1;

namespace Hub.Host.Demo.Acts;

/// <summary>The link ends. When the call has returned, nothing that rested on it is handed over any more.</summary>
internal static class TheEnd
{
    public static async Task Play(DemoStory story)
    {
        var (council, trust) = (story.Council, story.Trust);
        story.Open("10  The link ends", "Sam's plan is about to close. Once this call has returned, nothing under the link is handed over.");
        await story.Call(council, "ends the link", () => council.Client.Links.EndLinkAsync(new EndLinkRequest
        {
            RequestId = HubRequest.NewId(),
            Person = story.Child.Person,
            LinkId = story.Link,
            Because = "The protection plan is about to close.",
        }).ResponseAsync);
        await story.Hear(trust);
        await AnEarlySign.Note(story, story.Mother, "changes Kim's plan once more", DemoPlan.Element(Category.HealthMental, "Sleeps well again."));

        // A question that is answered from what is stored, so that nothing has to be waited for.
        await council.Ears.Close();
        var waiting = await story.Call(council, "asks whether anything waits for it, and gives it a second", () => council.Client.Inbox.FetchDeliveriesAsync(
            new FetchDeliveriesRequest { TeamId = council.Card.Team, Subscriber = DemoListener.Subscriber, WaitSeconds = 1 }).ResponseAsync);
        story.Note(waiting.Deliveries.Count + council.Ears.Unasked == 0, "Nothing. The change stayed with the trust.", "Something did arrive!");
    }
}
