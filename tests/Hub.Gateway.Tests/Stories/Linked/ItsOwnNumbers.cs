using Hub.Client.Calls;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Linked;

/// <summary>A subscriber counts what it receives: 1, 2, 3. Nothing that it may not see moves the count.</summary>
public abstract class ItsOwnNumbers(StoreKind kind) : IAsyncLifetime
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
    public async Task Have_no_gap_for_what_is_hidden_or_recalled_and_stay_at_every_repeat()
    {
        var linked = await Last();
        await family.ReviseMother(Mental("first"), People.Element("not agreed", Category.SexualHealth));
        await family.ReviseMother(People.Element("not agreed either", Category.SexualHealth));
        await family.ReviseMother(Mental("second"));
        var two = await Family.Fetch(family.Council, Family.ChildrensTeam);
        Assert.Equal([linked + 1, linked + 2], two.Select(d => d.Number));
        await Family.Confirm(family.Council, Family.ChildrensTeam, [two[1]]);
        await hub.StopProcess();
        await hub.StartProcess();
        Assert.Equal([two[0]], await Family.Hear(family.Council, Family.ChildrensTeam));

        await family.ReviseMother(Mental("wrongly shared"));
        await family.Change("wrongly shared", e => new ElementOperation { ElementId = e, Remove = new RemoveElement() });
        await family.ReviseMother(Mental("third"));
        var later = await Family.Hear(family.Council, Family.ChildrensTeam);
        Assert.Equal(Enumerable.Range(1, later.Count).Select(n => linked + 2 + n), later.Select(d => d.Number));
        Assert.DoesNotContain(later, d => d.Elements.Any(e => e.Content?.Text == "wrongly shared"));
        Assert.Equal("third", later[^1].Elements[0].Content.Text);
    }

    [Fact]
    public async Task Are_each_systems_own()
    {
        await family.Council.Inbox.RegisterSubscriberAsync(
            new RegisterSubscriberRequest { RequestId = HubRequest.NewId(), TeamId = Family.ChildrensTeam, Subscriber = "archive" });
        await family.ReviseMother(Mental("first"));
        var archived = await family.Council.Inbox.FetchDeliveriesAsync(new FetchDeliveriesRequest { TeamId = Family.ChildrensTeam, Subscriber = "archive" });
        Assert.Equal(Enumerable.Range(1, archived.Deliveries.Count).Select(n => (long)n), archived.Deliveries.Select(d => d.Number));
        var same = Assert.Single(await Family.Fetch(family.Council, Family.ChildrensTeam));
        Assert.Equal(same.DeliveryId, archived.Deliveries[^1].DeliveryId);
    }

    private async Task<long> Last()
    {
        await family.ReviseMother(Mental("before"));
        return Assert.Single(await Family.Hear(family.Council, Family.ChildrensTeam)).Number;
    }

    private static PlanElementContent Mental(string text) => People.Element(text, Category.HealthMental);
}

/// <summary>On the embedded store.</summary>
public sealed class ItsOwnNumbersOnEmbedded() : ItsOwnNumbers(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class ItsOwnNumbersOnPostgres() : ItsOwnNumbers(StoreKind.Postgres);
