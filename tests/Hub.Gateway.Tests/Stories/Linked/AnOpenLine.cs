using Grpc.Core;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Inbox.V1;
using Hub.Plans.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Linked;

/// <summary>A system that is there while something is taken away or changed under it.</summary>
public abstract class AnOpenLine(StoreKind kind) : IAsyncLifetime
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
    public async Task That_confirms_at_once_stays_up_and_holds_nobody_up()
    {
        using var line = Open();
        await family.ReviseMother(Mental("first"));
        var first = await Next(line);
        await Family.Confirm(family.Council, Family.ChildrensTeam, [first]);
        var took = await Timed(() => Family.EndLink(family.Trust, family.Mother));
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(1.5));
        Assert.Equal("plan.link-ended", (await Next(line)).Type);
    }

    [Fact]
    public async Task That_has_not_confirmed_is_ended_within_the_grace_and_the_call_returns()
    {
        using var line = Open();
        await family.ReviseMother(Mental("first"));
        Assert.Equal("first", (await Next(line)).Elements[0].Content.Text);
        var took = await Timed(family.EndAgreement);
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        var ended = await Assert.ThrowsAnyAsync<Exception>(() => Next(line));
        Assert.Equal(StatusCode.ResourceExhausted, ((ended as RpcException) ?? (RpcException)ended.InnerException!).StatusCode);
        Assert.Empty(await Family.Fetch(family.Council, Family.ChildrensTeam, wait: 0));
    }

    [Fact]
    public async Task That_has_confirmed_is_not_ended_by_what_it_has()
    {
        await family.ReviseMother(Mental("first"));
        await Family.Hear(family.Council, Family.ChildrensTeam, wait: 1);
        var polling = Family.Fetch(family.Council, Family.ChildrensTeam, wait: 20);
        await Family.EndLink(family.Trust, family.Mother);
        Assert.Equal("plan.link-ended", Assert.Single(await polling).Type);
    }

    [Fact]
    public async Task Of_a_poll_goes_on_while_the_poll_before_it_is_confirmed()
    {
        await family.ReviseMother(Mental("first"));
        var first = await Family.Fetch(family.Council, Family.ChildrensTeam);
        var red = family.Council.Inbox.FetchDeliveriesAsync(Poll()).ResponseAsync;
        var again = await red;
        Assert.Equal(first, again.Deliveries);
        await Family.Confirm(family.Council, Family.ChildrensTeam, first);
        await family.ReviseMother(Mental("second"));
        var second = await Family.Fetch(family.Council, Family.ChildrensTeam);
        var waiting = family.Council.Inbox.FetchDeliveriesAsync(Poll()).ResponseAsync;
        Assert.Equal(second, (await waiting).Deliveries);
        await Family.Confirm(family.Council, Family.ChildrensTeam, second);
        var long1 = family.Council.Inbox.FetchDeliveriesAsync(Poll()).ResponseAsync;
        await Family.Confirm(family.Council, Family.ChildrensTeam, second);
        await family.ReviseMother(Mental("third"));
        Assert.Equal("third", Assert.Single((await long1).Deliveries).Elements[0].Content.Text);
    }

    [Fact]
    public async Task Of_a_subscriber_that_has_ended_ends_and_one_that_is_registered_again_goes_on_from_its_mark()
    {
        using var line = Open();
        await family.ReviseMother(Mental("first"));
        await Next(line);
        await family.Council.Inbox.EndSubscriberAsync(new EndSubscriberRequest { RequestId = HubRequest.NewId(), TeamId = Family.ChildrensTeam, Subscriber = Family.System });
        await Assert.ThrowsAnyAsync<Exception>(() => Next(line));
        var unknown = await Assert.ThrowsAsync<HubRefusedException>(() => Family.Fetch(family.Council, Family.ChildrensTeam));
        Assert.Equal(HubReasons.NotKnown, unknown.Reason);
        await family.Council.Inbox.RegisterSubscriberAsync(new RegisterSubscriberRequest { RequestId = HubRequest.NewId(), TeamId = Family.ChildrensTeam, Subscriber = Family.System });
        Assert.Equal("first", Assert.Single(await Family.Fetch(family.Council, Family.ChildrensTeam)).Elements[0].Content.Text);
    }

    [Fact]
    public async Task Taken_over_by_another_of_the_same_subscriber_loses_nothing()
    {
        for (var i = 0; i < 10; i++)
        {
            var revising = family.Reword($"{i}");
            using var line = Open();
            var next = await Next(line);
            Assert.Equal($"{i}", next.Elements[0].Content.Text);
            await Family.Confirm(family.Council, Family.ChildrensTeam, [next]);
            await revising;
        }

        Assert.Empty(await Family.Fetch(family.Council, Family.ChildrensTeam, wait: 0));
    }

    private static FetchDeliveriesRequest Poll() => new() { TeamId = Family.ChildrensTeam, Subscriber = Family.System, WaitSeconds = 20 };

    private static PlanElementContent Mental(string text) => People.Element(text, Category.HealthMental);

    private static async Task<TimeSpan> Timed(Func<Task> what)
    {
        var began = TimeProvider.System.GetTimestamp();
        await what();
        return TimeProvider.System.GetElapsedTime(began);
    }

    private static async Task<Delivery> Next(AsyncServerStreamingCall<SubscribeResponse> line)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await line.ResponseStream.MoveNext(patience.Token))
        {
            if (line.ResponseStream.Current.Deliveries.Count > 0)
            {
                return Assert.Single(line.ResponseStream.Current.Deliveries);
            }
        }

        throw new InvalidOperationException("the stream has ended");
    }

    private AsyncServerStreamingCall<SubscribeResponse> Open()
        => family.Council.Inbox.Subscribe(new SubscribeRequest { TeamId = Family.ChildrensTeam, Subscriber = Family.System });
}

/// <summary>On the embedded store.</summary>
public sealed class AnOpenLineOnEmbedded() : AnOpenLine(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class AnOpenLineOnPostgres() : AnOpenLine(StoreKind.Postgres)
{
    [Fact]
    public async Task Hands_over_more_than_a_page_while_the_horizon_stands_still()
    {
        await using var hub = await RunningHub.Start(StoreKind.Postgres);
        var family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
        await using var held = await hub.HoldHorizon();
        for (var i = 0; i < 330; i++)
        {
            await family.Reword($"{i}");
        }

        var heard = new List<string>();
        for (var some = await Family.Hear(family.Council, Family.ChildrensTeam, wait: 0); some.Count > 0; some = await Family.Hear(family.Council, Family.ChildrensTeam, wait: 0))
        {
            heard.AddRange(some.Select(d => d.Elements[0].Content.Text));
        }

        Assert.Equal(Enumerable.Range(0, 330).Select(i => $"{i}"), heard);
    }
}
