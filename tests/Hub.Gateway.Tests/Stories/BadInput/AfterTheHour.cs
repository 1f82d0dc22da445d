using Hub.Gateway.Tests.Refusals;
using Hub.Gateway.Tests.Wire;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.BadInput;

/// <summary>A page token is good for an hour, and a certificate until its last day, open connection or not.</summary>
public sealed class AfterTheHour : IAsyncLifetime
{
    private readonly MovedClock clock = new();
    private RunningHub hub = null!;
    private Scene scene = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.Start(StoreKind.Embedded, h => h.Clock = clock);
        scene = await Scene.Set(hub);
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task A_page_token_is_refused()
    {
        clock.Forward(TimeSpan.FromMinutes(59));
        await AfterATurn.Settle(() => scene.List(_ => { }));
        clock.Forward(TimeSpan.FromMinutes(1));
        await AfterATurn.Over(scene.Council, "council/any-team");
        var told = await Told.By(() => scene.List(_ => { }));
        Assert.Equal(("INVALID_PAGE_TOKEN", "page_token"), (told.Reason, Assert.Single(told.Fields)));
    }

    [Fact]
    public async Task A_certificate_that_ran_out_is_nobodys_on_the_connection_it_had_opened()
    {
        await scene.Get(_ => { });
        clock.Forward(TimeSpan.FromDays(366));
        Assert.Equal("UNKNOWN_CALLER", (await Told.By(() => scene.Get(_ => { }))).Reason);
    }
}
