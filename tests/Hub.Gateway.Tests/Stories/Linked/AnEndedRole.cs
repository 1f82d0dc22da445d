using Hub.Agencies.V1;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;
using Hub.Teams.V1;

namespace Hub.Gateway.Tests.Stories.Linked;

/// <summary>Somebody who held a role in a team and holds it no more hears that access has ended; who never held one hears what everybody hears.</summary>
public sealed class AnEndedRole
{
    [Theory]
    [InlineData(StoreKind.Embedded)]
    [InlineData(StoreKind.Postgres)]
    public async Task Is_told_apart_from_one_that_never_was_also_after_a_restart(StoreKind kind)
    {
        await using var hub = await RunningHub.Start(kind);
        var family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
        await family.ReviseMother(People.Element("made up", Category.HealthMental));
        var heard = Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam));
        foreach (var number in new[] { "SW999008", "SW999009" })
        {
            await hub.Registrar.Agencies.RegisterPractitionerAsync(new RegisterPractitionerRequest { RequestId = HubRequest.NewId(), AgencyId = "council", PractitionerId = number });
        }

        var (once, never) = (hub.Client("council", "council", "SW999008"), hub.Client("council", "council", "SW999009"));
        await family.Council.Teams.AssignRoleAsync(new AssignRoleRequest
        {
            RequestId = HubRequest.NewId(),
            TeamId = Family.ChildrensTeam,
            PractitionerId = "SW999008",
            Role = Role.TeamManager,
        });
        await Family.Say(once, Family.ChildrensTeam, heard, Acknowledgement.Accepted);
        await family.Council.Teams.EndRoleAsync(new EndRoleRequest
        {
            RequestId = HubRequest.NewId(),
            TeamId = Family.ChildrensTeam,
            PractitionerId = "SW999008",
            Role = Role.TeamManager,
        });

        Assert.Equal((HubReasons.AccessEnded, HubReasons.NotKnown), (await Reason(once, heard), await Reason(never, heard)));
        await hub.StopProcess();
        await hub.StartProcess();
        Assert.Equal((HubReasons.AccessEnded, HubReasons.NotKnown), (await Reason(once, heard), await Reason(never, heard)));
    }

    private static async Task<string> Reason(Hub.Client.HubClient by, Delivery heard)
        => (await Assert.ThrowsAsync<HubRefusedException>(() => Family.Say(by, Family.ChildrensTeam, heard, Acknowledgement.Actioned))).Reason;
}
