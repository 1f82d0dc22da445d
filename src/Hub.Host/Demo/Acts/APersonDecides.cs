using Hub.Agreements.V1;
using Hub.Client.Calls;
using Hub.Decisions.V1;
using Hub.Inbox.V1;
using Hub.Plans.V1;

namespace Hub.Host.Demo.Acts;

/// <summary>An agreement is suspended while streams are open: what passed by itself is put before a named person of the holder, who sends it.</summary>
internal static class APersonDecides
{
    private const string Need = "The school is the last to have seen Sam.";
    private const string Test = "Silence would leave Sam alone for longer.";

    public static async Task Play(DemoStory story)
    {
        var (council, school) = (story.Council, story.School);
        story.Open("11  An agreement is suspended, and a person decides", "By itself nothing passes to the school any more. But bodies with a duty to share may share without an agreement.");
        await council.ListenAgain();
        await story.Call(council, "suspends its agreement with the school, for a review", () => Suspend(council, school.Card.Id));
        await AnEarlySign.Note(story, story.Child, "records in Sam's plan", DemoPlan.Element(Category.Education, "Has not been at school since Monday."));
        var asked = await story.Hear(council);
        story.Note(
            asked.Delivery.DecisionNeeded?.RecipientTeamId == school.Card.Team && school.Ears.Unasked == 0,
            $"The school has heard nothing. The council's own team is asked at once, and told where the school answers: {asked.Delivery.DecisionNeeded?.RecipientDutyNumber}.",
            "Nobody was asked, or the school heard of it by itself!");
        await story.Call(council, $"sends it under the directed lane, by the social worker's own word\n{Need}\n{Test}", () => council.Client.Decisions.SendDirectedAsync(new SendDirectedRequest
        {
            RequestId = HubRequest.NewId(),
            TeamId = council.Card.Team,
            DeliveryId = asked.Delivery.DeliveryId,
            Justification = new Justification
            {
                Ground = StatutoryGround.S11Duty,
                Need = Need,
                DetrimentTest = Test,
                LawfulBasis = LawfulBasis.PublicTask,
                ConfidentialityBasis = ConfidentialityBasis.OverridingPublicInterest,
            },
        }).ResponseAsync);
        var heard = await story.Hear(school);
        story.Note(
            heard.Delivery.Elements.Count == 1, "The school hears what its safeguarding lead needs of this, and the council can show who decided so, and why.",
            "The school heard something else!");
        await story.Take(school, heard, Acknowledgement.Actioned, "acknowledges: the safeguarding lead is on the way to Sam's home");
    }

    private static async Task<SuspendAgreementResponse> Suspend(DemoAgency agency, string partner)
    {
        var all = await agency.Client.Agreements.ListAgreementsAsync(new ListAgreementsRequest());
        return await agency.Client.Agreements.SuspendAgreementAsync(new SuspendAgreementRequest
        {
            RequestId = HubRequest.NewId(),
            AgreementId = all.Agreements.Single(a => a.PartnerAgencyId == partner).AgreementId,
            Because = "Under review.",
        });
    }
}
