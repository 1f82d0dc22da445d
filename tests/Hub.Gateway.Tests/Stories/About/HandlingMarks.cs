using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Gateway.Tests.Stories.Linked;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.About;

/// <summary>On the wire: how elements are handled, and what becomes of copies.</summary>
public sealed class HandlingMarks
{
    [Fact]
    public async Task Go_with_an_element_and_say_to_its_author_what_is_due()
    {
        await using var hub = await RunningHub.Start(StoreKind.Embedded);
        var family = await Linked(hub);
        var marked = People.Element("marked", Category.HealthMental);
        marked.Handling = new ElementHandling { ShowToSubject = false, Onward = true, ReviewBy = "2026-01-31" };
        await family.ReviseChild(marked, People.Element("own eyes", Category.Unspecified));
        var heard = Assert.Single(Assert.Single(await Family.Hear(family.Trust, Family.AdultTeam)).Elements);
        Assert.Equal(marked.Handling, heard.Content.Handling);
        Assert.False(heard.Content.Handling.HasShowToProxy);

        var plan = (await family.Council.Plans.GetPlanAsync(new GetPlanRequest { Person = family.Child, PlanId = family.ChildPlan })).Plan;
        Assert.Equal(["marked"], plan.Elements.Where(e => e.IsReviewDue).Select(e => e.Content.Text));
        Assert.Equal(["own eyes"], plan.Elements.Where(e => e.NeedsCategory).Select(e => e.Content.Text));
    }

    [Fact]
    public async Task Keep_a_recipient_from_passing_it_on_and_take_away_copies_that_are_there()
    {
        await using var hub = await RunningHub.Start(StoreKind.Embedded);
        var family = await Linked(hub);
        await family.ReviseChild(People.Element("for now", Category.HealthMental));
        var told = Assert.Single(await Family.Hear(family.Trust, Family.AdultTeam));
        await Adopt(family, told);
        Assert.Equal(["for now"], await Copies(family));

        await family.ReplaceInChild(People.Element("not onward", Category.HealthMental).NotOnward());
        Assert.Empty(await Copies(family));
        var changed = Assert.Single(await Family.Hear(family.Trust, Family.AdultTeam));
        var refused = await Assert.ThrowsAsync<HubRefusedException>(() => Adopt(family, changed));
        Assert.Equal((HubReasons.InvalidElement, "element_id"), (refused.Reason, refused.Violations.Single().Field));

        await family.ReplaceInChild(People.Element("for all", Category.HealthMental));
        Assert.Equal(["for now"], await Copies(family));
        await family.EndAgreement();
        Assert.Empty(await Copies(family));
    }

    private static async Task<Family> Linked(RunningHub hub)
    {
        var family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
        return family;
    }

    private static async Task Adopt(Family family, Delivery told)
        => family.MotherEtag = (await family.Trust.Plans.AdoptElementAsync(new AdoptElementRequest
        {
            RequestId = HubRequest.NewId(),
            Person = family.Mother,
            PlanId = family.MotherPlan,
            Etag = family.MotherEtag,
            TeamId = Family.AdultTeam,
            DeliveryId = told.DeliveryId,
            ElementId = told.Elements[0].ElementId,
        })).Etag;

    private static async Task<IEnumerable<string>> Copies(Family family)
        => (await family.Trust.Plans.GetPlanAsync(new GetPlanRequest { Person = family.Mother, PlanId = family.MotherPlan })).Plan.Elements
            .Where(e => e.HolderAgencyId.Length > 0).Select(e => e.Content.Text);
}
