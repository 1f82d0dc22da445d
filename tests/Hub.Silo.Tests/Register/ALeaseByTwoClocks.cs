using Hub.Silo.Journal;
using Hub.Silo.Register;
using Hub.Silo.Tests.Journal;

namespace Hub.Silo.Tests.Register;

/// <summary>A lease of three seconds of which a tenth is not trusted.</summary>
#pragma warning disable CA1001 // xunit disposes of it through IAsyncLifetime.
public sealed class ALeaseByTwoClocks(SqlitePlace place) : IClassFixture<SqlitePlace>, IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly TwoClocks clocks = new();
    private readonly LeaseWords words = new();
    private TaskCompletionSource<bool> settled = Settled(true);
    private double underWay;
    private bool away;
    private SiloLease lease = null!;

    public Task InitializeAsync()
    {
        lease = new SiloLease(Grant, () => settled.Task, clocks, new SiloLeaseLog(words));
        return Task.CompletedTask;
    }

    public Task DisposeAsync()
    {
        lease.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Is_not_there_before_it_was_granted()
    {
        Assert.False(lease.IsValid);
        await lease.Renew();
        Assert.True(lease.IsValid);
        Assert.Equal(TimeSpan.FromSeconds(2.7), lease.Left);
        Assert.Empty(words.Said);
    }

    [Fact]
    public async Task Ends_by_the_counter_when_the_wall_clock_is_put_back()
    {
        await lease.Renew();
        clocks.Pass(2.6);
        clocks.Wall -= TimeSpan.FromHours(1);
        Assert.True(lease.IsValid);
        clocks.Pass(0.1);
        Assert.Equal((false, TimeSpan.Zero), (lease.IsValid, lease.Left));
    }

    [Fact]
    public async Task Ends_by_the_wall_clock_when_the_counter_stood_still()
    {
        await lease.Renew();
        clocks.Wall += TimeSpan.FromSeconds(2.7);
        Assert.False(lease.IsValid);
    }

    [Fact]
    public async Task Counts_from_before_it_was_asked_for()
    {
        underWay = 1;
        await lease.Renew();
        Assert.Equal(TimeSpan.FromSeconds(1.7), lease.Left);
        underWay = 2.7;
        await lease.Renew();
        Assert.False(lease.IsValid);
    }

    [Fact]
    public async Task Tells_of_loss_and_regain_once_each()
    {
        await lease.Renew();
        away = true;
        for (var i = 0; i < 5; i++)
        {
            clocks.Pass(1);
            await lease.Renew();
        }

        Assert.Equal(["lost"], words.Said);
        away = false;
        await lease.Renew();
        await lease.Renew();
        Assert.Equal(["lost", "regained"], words.Said);

        // A silo that was asleep finds the loss when it wakes.
        clocks.Pass(60);
        await lease.Renew();
        Assert.Equal(["lost", "regained", "lost", "regained"], words.Said);
    }

    [Fact]
    public async Task That_never_was_is_told_as_lost()
    {
        away = true;
        await lease.Renew();
        Assert.Equal(["lost"], words.Said);
    }

    [Fact]
    public async Task Lets_gateways_hold_what_they_have_only_once_it_has_settled()
    {
        await lease.Renew();
        Assert.Equal(TimeSpan.FromSeconds(2.7), lease.Settled);

        var slow = settled = new TaskCompletionSource<bool>();
        clocks.Pass(1);
        await lease.Renew();
        Assert.Equal((TimeSpan.FromSeconds(2.7), TimeSpan.FromSeconds(1.7)), (lease.Left, lease.Settled));

        // A later one may settle before an earlier one, which then takes nothing back.
        settled = Settled(true);
        clocks.Pass(1);
        await lease.Renew();
        slow.SetResult(true);
        Assert.Equal(TimeSpan.FromSeconds(2.7), lease.Settled);

        settled = Settled(false);
        clocks.Pass(1);
        await lease.Renew();
        Assert.Equal(TimeSpan.FromSeconds(1.7), lease.Settled);
    }

    private static TaskCompletionSource<bool> Settled(bool value)
    {
        var done = new TaskCompletionSource<bool>();
        done.SetResult(value);
        return done;
    }

    private async ValueTask<LeaseGrant> Grant(TimeSpan length, CancellationToken stop)
    {
        clocks.Pass(underWay);
        return away ? throw new StoreFault(StoreFaultKind.Unavailable) : await place.Store.RenewLease("silo-1", length, stop);
    }
}
