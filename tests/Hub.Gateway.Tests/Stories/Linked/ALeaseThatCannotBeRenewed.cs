using Hub.Client.Errors;
using Hub.Gateway.Tests.Wire;
using Hub.Plans.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Linked;

/// <summary>The database lets no lease be renewed: the hub may have missed what was taken away, and is silent until it can know again.</summary>
public sealed class ALeaseThatCannotBeRenewed
{
    [Fact]
    public async Task Lets_nothing_be_shown_or_handed_over_until_it_is_renewed_again()
    {
        await using var hub = await RunningHub.Start(StoreKind.Postgres);
        var family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
        await family.ReviseMother(People.Element("waits", Category.HealthMental));
        await using (await hub.HoldLease())
        {
            await Look.Until(async () => await IsSilent(family));
            var before = await hub.HandOvers();
            var refused = await Assert.ThrowsAsync<HubRefusedException>(() => Family.Fetch(family.Council, Family.ChildrensTeam, wait: 20));
            Assert.Equal(HubReasons.TryAgain, refused.Reason);
            Assert.True(await IsSilent(family));
            Assert.Equal(before, await hub.HandOvers());
        }

        await Look.Until(async () => !await IsSilent(family));
        Assert.Equal("waits", Assert.Single(await Family.Fetch(family.Council, Family.ChildrensTeam, wait: 20)).Elements[0].Content.Text);
    }

    private static async Task<bool> IsSilent(Family family)
    {
        try
        {
            await family.Council.Plans.GetPlanAsync(new GetPlanRequest { Person = family.Child, PlanId = family.ChildPlan });
            return false;
        }
        catch (HubRefusedException e) when (e.Reason == HubReasons.TryAgain)
        {
            return true;
        }
    }
}
