using System.Diagnostics;
using System.Globalization;
using Hub.Client.Calls;
using Hub.Client.Inbox;
using Hub.Faults.Load;
using Hub.Faults.Race;
using Hub.Inbox.V1;
using Hub.Teams.V1;
using Xunit.Abstractions;
using Agency = Hub.Faults.Race.Agency;

namespace Hub.Faults.Cluster;

/// <summary>A system whose gateway is killed asks at the other one.</summary>
public sealed class AGatewayThatWasKilled(ITestOutputHelper output)
{
    private const string Team = "keyholder-0/team";
    private const string System = "moves";
    private static readonly HubRetry Untiring = new(int.MaxValue, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1));

    // Four times what is promised.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Leaves_its_subscriptions_to_the_other_within_seconds()
    {
        await using var cluster = await HubCluster.Create();
        await Task.WhenAll(cluster.Start("silo-1"), cluster.Start("silo-2"), cluster.Start("gateway-1"), cluster.Start("gateway-2"));
        using var world = new World(cluster, new RaceClock(), new Chance(3));
        await world.Build(trusts: 0, partners: 0, staffTeams: 0, keyholders: 1);
        var (agency, child) = (world.Keyholders[0], await Child.Of(world, 1, new Chance(4)));
        await world.AddMember(child.Handle, Team, Role.CareCoordinator);
        await agency.Ask((c, o) => c.Inbox.RegisterSubscriberAsync(
            new RegisterSubscriberRequest { RequestId = Agency.NewId(), TeamId = Team, Subscriber = System }, o));
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var client = cluster.Client("gateway-1", agency.Name, agency.Name, World.Practitioner, other: "gateway-2");
        await using var heard = new HubInbox(client, Untiring).ReadAll(Team, System, stop.Token).GetAsyncEnumerator(stop.Token);
        await child.Tell();
        Assert.True(await heard.MoveNextAsync());
        var held = heard.Current.DeliveryId;
        cluster.Of("gateway-1").Kill();
        var since = Stopwatch.StartNew();

        // What was not confirmed comes again.
        Assert.True(await heard.MoveNextAsync());
        var took = since.Elapsed;
        Assert.Equal(held, heard.Current.DeliveryId);
        var confirm = new ConfirmDeliveriesRequest { TeamId = Team, Subscriber = System, DeliveryIds = { held } };
        await agency.Ask((c, o) => c.Inbox.ConfirmDeliveriesAsync(confirm, o));
        await stop.CancelAsync();
        await world.EndListening();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"came again after {took.TotalSeconds:F2} s"));
        Assert.InRange(took, TimeSpan.Zero, Limit);
    }
}
