using Hub.Client.Calls;
using Hub.Inbox.V1;
using Hub.Links.V1;

namespace Hub.Host.Demo.Acts;

/// <summary>The link is proposed by one side and accepted by the other, from the delivery that asked.</summary>
internal static class ALink
{
    public static async Task Play(DemoStory story)
    {
        story.Open("3  The two plans are linked", "One side proposes, the other accepts. From then on a change on either side reaches the other.");
        story.Link = (await story.Call(story.Council, "proposes to link Sam's plan with whatever plan the trust has for Kim", () =>
            story.Council.Client.Links.ProposeLinkAsync(new ProposeLinkRequest
            {
                RequestId = HubRequest.NewId(),
                Person = story.Child.Person,
                PlanId = story.Child.Plan,
                TeamId = story.Council.Card.Team,
                OtherPerson = story.MotherAtCouncil,
                OtherTeamId = story.Trust.Card.Team,
            }).ResponseAsync)).LinkId;
        var asked = await story.Hear(story.Trust);
        await story.Call(story.Trust, "accepts, with the reference from that delivery", () => story.Trust.Client.Links.AcceptLinkAsync(new AcceptLinkRequest
        {
            RequestId = HubRequest.NewId(),
            Person = asked.Delivery.Adult,
            LinkId = asked.Delivery.LinkId,
            PlanId = story.Mother.Plan,
        }).ResponseAsync);
        await story.Hear(story.Council);
        await story.Hear(story.Trust);
        await story.Take(story.Trust, asked, Acknowledgement.Actioned, "acknowledges the proposal: actioned");
    }
}
