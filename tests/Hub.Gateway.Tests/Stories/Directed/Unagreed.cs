using Hub.Client;
using Hub.Client.Calls;
using Hub.Decisions.V1;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Plans.V1;

namespace Hub.Gateway.Tests.Stories.Directed;

/// <summary>The family of the linked plans once no agreement between council and trust is in force any more, and what the trust answers.</summary>
internal static class Unagreed
{
    public static async Task<Family> At(RunningHub hub)
    {
        var family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
        await family.EndAgreement();
        return family;
    }

    /// <summary>A note about the mother of which the council does not hear; the question to the trust's own team.</summary>
    public static async Task<Delivery> Ask(Family family, params PlanElementContent[] notes)
    {
        await family.ReviseMother(notes.Length == 0 ? [People.Element("Slept two hours.", Category.HealthMental)] : notes);
        return Assert.Single(await Family.Hear(family.Trust, Family.AdultTeam));
    }

    public static Justification Why() => new()
    {
        Ground = StatutoryGround.S11Duty,
        Need = "The children's team plans the visit.",
        DetrimentTest = "Silence would harm more.",
        LawfulBasis = LawfulBasis.PublicTask,
        ConfidentialityBasis = ConfidentialityBasis.OverridingPublicInterest,
    };

    public static SendDirectedRequest Send(Delivery item, params string[] elements) => new()
    {
        RequestId = HubRequest.NewId(),
        TeamId = Family.AdultTeam,
        DeliveryId = item.DeliveryId,
        ElementIds = { elements },
        Justification = Why(),
    };

    public static DoNotSendRequest Not(Delivery item) => new()
    {
        RequestId = HubRequest.NewId(),
        TeamId = Family.AdultTeam,
        DeliveryId = item.DeliveryId,
        Reason = new NotSharedReason { Because = "She asked us to wait.", DetrimentTest = "She would stop coming.", Adviser = "Named nurse", ReviewOn = "2999-01-31" },
    };

    /// <summary>What waits at the council's team; nothing is waited for.</summary>
    public static Task<IReadOnlyList<Delivery>> AtCouncil(Family family, int wait = 0) => Family.Hear(family.Council, Family.ChildrensTeam, wait);

    public static Task<IReadOnlyList<Delivery>> AtTrust(Family family, int wait = 0) => Family.Hear(family.Trust, Family.AdultTeam, wait);
}
