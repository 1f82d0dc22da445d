using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Inbox.V1;
using Hub.Links.V1;
using Hub.Plans.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Linked;

/// <summary>An element of the child's plan, copied into the mother's: it goes stale when its origin changes, and ends with the link.</summary>
public abstract class CopiedElements(StoreKind kind) : IAsyncLifetime
{
    private RunningHub hub = null!;
    private Family family = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind);
        family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task A_copy_goes_stale_with_its_origin_until_the_change_is_adopted_or_kept_with_a_because()
    {
        await family.ReviseChild(People.Element("Reviews every month.", Category.HealthMental));
        var told = Assert.Single(await Family.Hear(family.Trust, Family.AdultTeam));
        var source = Assert.Single(told.Elements).ElementId;
        var copy = await Adopt(told, source);
        Assert.Equal(("Reviews every month.", "council", false), await Copy(copy));

        await family.ReplaceInChild("Reviews every fortnight.", Category.HealthMental);
        var stale = Assert.Single(await Family.Hear(family.Trust, Family.AdultTeam));
        Assert.Equal(("plan.link-element-stale", Severity.Amber), (stale.Type, stale.Severity));
        Assert.Equal(("Reviews every month.", "council", true), await Copy(copy));
        Assert.Equal(copy, await Adopt(stale, source));
        Assert.Equal(("Reviews every fortnight.", "council", false), await Copy(copy));

        await family.ReplaceInChild("Reviews every week.", Category.HealthMental);
        var again = Assert.Single(await Family.Hear(family.Trust, Family.AdultTeam));
        var unsaid = await Assert.ThrowsAsync<HubRefusedException>(() => Keep(again, copy, " "));
        Assert.Equal((HubReasons.InvalidField, "because"), (unsaid.Reason, unsaid.Violations.Single().Field));
        await Keep(again, copy, "The clinic is closed until May.");
        Assert.Equal(("Reviews every fortnight.", "council", false), await Copy(copy));
    }

    [Fact]
    public async Task A_copy_is_shown_to_nobody_else_and_ends_with_the_link()
    {
        await family.ReviseChild(People.Element("Reviews every month.", Category.HealthMental));
        var told = Assert.Single(await Family.Hear(family.Trust, Family.AdultTeam));
        var copy = await Adopt(told, told.Elements[0].ElementId);
        await family.ReviseMother(People.Element("agreed", Category.HealthMental));
        Assert.Equal(["agreed"], (await Family.Hear(family.Council, Family.ChildrensTeam)).SelectMany(d => d.Elements).Select(e => e.Content.Text));

        await family.Council.Links.EndLinkAsync(new EndLinkRequest { RequestId = HubRequest.NewId(), Person = family.Child, LinkId = family.LinkAtCouncil });
        var plan = (await family.Trust.Plans.GetPlanAsync(new GetPlanRequest { Person = family.Mother, PlanId = family.MotherPlan })).Plan;
        Assert.DoesNotContain(plan.Elements, e => e.ElementId == copy || e.HolderAgencyId.Length > 0);
    }

    private async Task<string> Adopt(Delivery delivery, string element)
    {
        var adopted = await family.Trust.Plans.AdoptElementAsync(new AdoptElementRequest
        {
            RequestId = HubRequest.NewId(),
            Person = family.Mother,
            PlanId = family.MotherPlan,
            Etag = family.MotherEtag,
            TeamId = Family.AdultTeam,
            DeliveryId = delivery.DeliveryId,
            ElementId = element,
        });
        family.MotherEtag = adopted.Etag;
        return adopted.ElementId;
    }

    private async Task Keep(Delivery delivery, string copy, string because)
        => family.MotherEtag = (await family.Trust.Plans.KeepElementAsync(new KeepElementRequest
        {
            RequestId = HubRequest.NewId(),
            Person = family.Mother,
            PlanId = family.MotherPlan,
            Etag = family.MotherEtag,
            TeamId = Family.AdultTeam,
            DeliveryId = delivery.DeliveryId,
            ElementId = copy,
            Because = because,
        })).Etag;

    private async Task<(string Text, string Holder, bool IsStale)> Copy(string copy)
    {
        var plan = (await family.Trust.Plans.GetPlanAsync(new GetPlanRequest { Person = family.Mother, PlanId = family.MotherPlan })).Plan;
        var element = plan.Elements.Single(e => e.ElementId == copy);
        return (element.Content.Text, element.HolderAgencyId, element.IsStale);
    }
}

/// <summary>On the embedded store.</summary>
public sealed class CopiedElementsOnEmbedded() : CopiedElements(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class CopiedElementsOnPostgres() : CopiedElements(StoreKind.Postgres);
