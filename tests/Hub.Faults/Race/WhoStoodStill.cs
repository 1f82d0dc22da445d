using System.Diagnostics;
using System.Text;
using Hub.Circles.V1;
using Hub.Faults.Cluster;
using Hub.Faults.Load;
using Hub.Faults.Wire;
using Hub.Inbox.V1;
using Hub.Teams.V1;
using Xunit.Abstractions;

namespace Hub.Faults.Race;

/// <summary>The race's hardest moment, alone: a delivery waits behind a closed window, whoever holds or gave it stands still, the call that takes it
/// away returns meanwhile, the window opens, and only then does the process go on.</summary>
public sealed class WhoStoodStill(ITestOutputHelper output)
{
    private const string Subscribe = "/hub.inbox.v1.InboxService/Subscribe";
    private const string Team = "keyholder-0/team";
    private const string Closed = "closed";

    // Far more than it may take beside other work; how long it took is printed.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(16);

    [Theory]
    [InlineData("gateway-1")]
    [InlineData("silo-1")]
    public async Task Hands_nothing_over_that_was_taken_away_meanwhile(string who)
    {
        await using var cluster = await HubCluster.Create();

        // The inbox stands on the silo that was there first.
        await Task.WhenAll(cluster.Start("silo-1"), cluster.Start("gateway-1"), cluster.Start("gateway-2"));
        var clock = new RaceClock();
        using var world = new World(cluster, clock, new Chance(7));
        await world.Build(trusts: 0, partners: 0, staffTeams: 0, keyholders: 1);
        var child = await Child.Of(world, 1, new Chance(8));
        await world.AddMember(child.Handle, Team, Role.CareCoordinator);
        await world.Keyholders[0].Ask((c, o) => c.Inbox.RegisterSubscriberAsync(
            new RegisterSubscriberRequest { RequestId = Agency.NewId(), TeamId = Team, Subscriber = Closed }, o));
        await using var raw = await RawHttp2.Connect(cluster.AgencyPort("gateway-1"), cluster.Agencies, world.Keyholders[0].Name);
        await raw.Call(Subscribe, new SubscribeRequest { TeamId = Team, Subscriber = Closed });
        await child.Tell();
        await HandedOver(cluster, clock);
        await world.EndListening();
        await cluster.Start("silo-2");

        cluster.Of(who).Freeze();
        var began = Stopwatch.StartNew();
        var council = new Agency(world.Council.Name, [cluster.Client("gateway-2", world.Council.Name, world.Council.Name, World.Practitioner)]);
        await council.Ask((c, o) => c.Circles.EndCircleMemberAsync(
            new EndCircleMemberRequest { RequestId = Agency.NewId(), Person = child.Handle, TeamId = Team, Role = Role.CareCoordinator, Because = "Moved." }, o));
        output.WriteLine($"returned after {began.Elapsed.TotalSeconds:F1} s");
        await Open(raw);
        cluster.Of(who).Thaw();
        await raw.Over.Task.WaitAsync(Limit);
        Assert.DoesNotContain(child.Mark, Encoding.UTF8.GetString(raw.Content), StringComparison.Ordinal);
        Assert.InRange(began.Elapsed, TimeSpan.Zero, Limit);
    }

    private static async Task Open(RawHttp2 raw)
    {
        try
        {
            await raw.OpenLast(60_000);
        }
        catch (IOException)
        {
            // It was cut before.
        }
    }

    /// <summary>Ends when the ledger says that something was given to the system whose window is closed.</summary>
    private static async Task HandedOver(HubCluster cluster, RaceClock clock)
    {
        while (!(await Ledger.Read(cluster.Database, clock)).Of(Team, Closed).Any(row => row.Items.Count > 0))
        {
            await Pause.For(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }
}
