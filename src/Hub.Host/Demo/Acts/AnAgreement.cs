using Hub.Agreements.V1;
using Hub.Client.Calls;
using Hub.Plans.V1;

namespace Hub.Host.Demo.Acts;

/// <summary>Two agencies agree on what may pass between them.</summary>
internal static class AnAgreement
{
    public static async Task Play(DemoStory story)
    {
        story.Open("2  What may pass is agreed first, and signed by both", "By category of information, for a purpose, in each direction.");
        await Sign(
            story, story.Trust,
            [Category.PlanTypeAndDates, Category.HealthMental],
            [Category.PlanTypeAndDates, Category.HealthMental, Category.SafetyPlanTriggers]);
    }

    /// <summary>The council proposes, the partner signs the draft that it finds.</summary>
    public static async Task Sign(DemoStory story, DemoAgency partner, Category[] gives, Category[] takes)
    {
        var back = takes.Length == 0 ? "" : $"\n{"to the council",-16}{DemoWords.Of(takes)}";
        var to = $"to the {partner.Card.Short.ToLowerInvariant()}";
        await story.Call(
            story.Council, $"proposes what may pass for safeguarding\n{to,-16}{DemoWords.Of(gives)}{back}",
            () => story.Council.Client.Agreements.ProposeAgreementAsync(new ProposeAgreementRequest
            {
                RequestId = HubRequest.NewId(),
                PartnerAgencyId = partner.Card.Id,
                Purposes = { Purpose.Safeguard },
                Gives = { gives },
                Takes = { takes },
            }).ResponseAsync);
        await story.Call(partner, "reads the draft and signs it: in force from now on", async () =>
        {
            var list = await partner.Client.Agreements.ListAgreementsAsync(new ListAgreementsRequest());
            return await partner.Client.Agreements.SignAgreementAsync(new SignAgreementRequest
            {
                RequestId = HubRequest.NewId(),
                AgreementId = list.Agreements.Single(a => a.State == AgreementState.Draft).AgreementId,
            });
        });
    }
}
