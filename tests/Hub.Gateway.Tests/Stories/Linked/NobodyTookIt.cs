using Hub.Gateway.Tests.Wire;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Linked;

/// <summary>A delivery whose clock runs out, whether or not anybody is connected.</summary>
public abstract class NobodyTookIt(StoreKind kind) : IAsyncLifetime
{
    private readonly MovedClock clock = new();
    private RunningHub hub = null!;
    private Family family = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(kind, h => h.Clock = clock);
        family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
        await family.Council.Teams.AssignRoleAsync(Facts.Assign(Family.ChildrensTeam, Hub.Teams.V1.Role.TeamManager));
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Goes_to_the_teams_manager_once_also_when_the_hub_was_down_at_that_instant()
    {
        await family.ReviseMother(People.Element("Slept two hours.", Category.HealthMental));
        var waiting = Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam));
        await hub.StopProcess();
        clock.Forward(TimeSpan.FromHours(25));
        await hub.StartProcess();
        var heard = new List<Delivery>();
        while (heard.All(d => d.AboutDeliveryId != waiting.DeliveryId))
        {
            heard.AddRange(await Family.Hear(family.Council, Family.ChildrensTeam));
        }

        // What the link's own deliveries were about was not taken either.
        Assert.All(heard, d => Assert.Equal(("clock.breached", Severity.Red, "SW999001", family.Child), (d.Type, d.Severity, d.ForPractitionerId, d.Child)));
        Assert.Single(heard, d => d.AboutDeliveryId == waiting.DeliveryId);
        Assert.All(heard, d => Assert.Empty(d.Elements));
        await hub.StopProcess();
        await hub.StartProcess();
        await Take(waiting);
        Assert.DoesNotContain(await Family.Hear(family.Council, Family.ChildrensTeam, wait: 3), d => d.AboutDeliveryId == waiting.DeliveryId);
    }

    [Fact]
    public async Task Does_not_once_somebody_has_taken_it()
    {
        await family.ReviseMother(People.Element("first", Category.HealthMental));
        var taken = Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam));
        await family.ReviseMother(People.Element("second", Category.HealthMental));
        var open = Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam));
        await Take(taken);
        clock.Forward(TimeSpan.FromHours(25));
        await AfterATurn.Over(family.Council, Family.ChildrensTeam);
        var heard = new List<Delivery>();
        while (heard.All(d => d.AboutDeliveryId != open.DeliveryId))
        {
            heard.AddRange(await Family.Hear(family.Council, Family.ChildrensTeam));
        }

        Assert.DoesNotContain(heard, d => d.AboutDeliveryId == taken.DeliveryId);
    }

    private Task<bool> Take(Delivery delivery) => Family.Say(family.Council, Family.ChildrensTeam, delivery, Acknowledgement.Accepted);
}

/// <summary>On the embedded store.</summary>
public sealed class NobodyTookItOnEmbedded() : NobodyTookIt(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class NobodyTookItOnPostgres() : NobodyTookIt(StoreKind.Postgres);
