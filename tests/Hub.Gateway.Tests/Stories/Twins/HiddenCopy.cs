using Hub.Agreements.V1;
using Hub.Circles.V1;
using Hub.Client.Calls;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Plans.V1;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Twins;

/// <summary>The trust takes an element of the child's plan into the mother's plan, of which the school hears; or it does not. In the world that leaks
/// it writes the same down as its own.</summary>
internal static class HiddenCopy
{
    public static async Task<IReadOnlyList<string>> Play(RunningHub hub, bool isThere, bool leaks)
    {
        var family = await Family.At(hub);
        await family.Agree(Category.ProfessionalContact);
        await family.LinkUp();
        await AgreeWithSchool(family);
        await family.Trust.Circles.AddCircleMemberAsync(Family.Member(family.Mother, Family.AdultTeam, Role.CareCoordinator));
        await family.Trust.Circles.AddCircleMemberAsync(Family.Member(family.Mother, Family.SchoolTeam, Role.DesignatedSafeguardingLead));
        using var school = new Observer(hub, "school", "DSL-999003");
        await school.Listen(Family.SchoolTeam);
        foreach (var seen in new[] { "first", "second" })
        {
            await family.ReviseChild(People.Element($"of the child, {seen}", Category.ProfessionalContact));
            var told = Assert.Single(await Family.Hear(family.Trust, Family.AdultTeam));
            if (isThere)
            {
                await (leaks ? family.ReviseMother(told.Elements[0].Content) : Adopt(family, told.DeliveryId, told.Elements[0].ElementId));
            }

            await school.Hear(Family.SchoolTeam);
            await family.ReviseMother(People.Element(seen, Category.ProfessionalContact));
            await school.Hear(Family.SchoolTeam);
        }

        return school.Heard;
    }

    private static async Task Adopt(Family family, string delivery, string element)
        => family.MotherEtag = (await family.Trust.Plans.AdoptElementAsync(new AdoptElementRequest
        {
            RequestId = HubRequest.NewId(),
            Person = family.Mother,
            PlanId = family.MotherPlan,
            Etag = family.MotherEtag,
            TeamId = Family.AdultTeam,
            DeliveryId = delivery,
            ElementId = element,
        })).Etag;

    private static async Task AgreeWithSchool(Family family)
    {
        await family.Trust.Agreements.ProposeAgreementAsync(new ProposeAgreementRequest
        {
            RequestId = HubRequest.NewId(),
            PartnerAgencyId = "school",
            Purposes = { Purpose.Safeguard },
            Gives = { Category.PlanTypeAndDates, Category.ProfessionalContact },
            Takes = { Category.ProfessionalContact },
        });
        var list = await family.School.Agreements.ListAgreementsAsync(new ListAgreementsRequest());
        await family.School.Agreements.SignAgreementAsync(new SignAgreementRequest { RequestId = HubRequest.NewId(), AgreementId = list.Agreements.Single().AgreementId });
    }
}
