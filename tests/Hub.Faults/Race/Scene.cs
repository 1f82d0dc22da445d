using System.Diagnostics;
using System.Text;
using Hub.Circles.V1;
using Hub.Faults.Cluster;
using Hub.Faults.Load;
using Hub.Faults.Wire;
using Hub.Inbox.V1;
using Hub.Teams.V1;

namespace Hub.Faults.Race;

/// <summary>A child of whom a team hears, a system of that team with a closed window, and the call that ends the team's membership.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private const string Subscribe = "/hub.inbox.v1.InboxService/Subscribe";
    private const string Team = "keyholder-0/team";

    // Each of them races with the timers of a gateway that goes on.
    private const int Readers = 12;

    // Far more than any of it may take beside other work.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HubCluster cluster;
    private readonly World world;
    private readonly Child child;

    private Scene(HubCluster cluster, World world, Child child) => (this.cluster, this.world, this.child) = (cluster, world, child);

    /// <summary>How long it was until the call's OK.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>One silo, on which the inbox will stand, and two gateways.</summary>
    /// <param name="program">Another build of the host; null for the one beside the tests.</param>
    public static async Task<Scene> Set(string? program)
    {
        var place = await HubCluster.Create(program);
        await Task.WhenAll(place.Start("silo-1"), place.Start("gateway-1"), place.Start("gateway-2"));
        var people = new World(place, new RaceClock(), new Chance(7));
        await people.Build(trusts: 0, partners: 0, staffTeams: 0, keyholders: 1);
        var scene = new Scene(place, people, await Child.Of(people, 1, new Chance(8)));
        await people.AddMember(scene.child.Handle, Team, Role.CareCoordinator);
        for (var reader = 0; reader < Readers; reader++)
        {
            var register = new RegisterSubscriberRequest { RequestId = Agency.NewId(), TeamId = Team, Subscriber = Name(reader) };
            await people.Keyholders[0].Ask((c, o) => c.Inbox.RegisterSubscriberAsync(register, o));
        }

        return scene;
    }

    /// <summary>Whether a delivery that waited behind closed windows comes anywhere once they open, after the OK, and the first of those who stood still goes on.</summary>
    public async Task<bool> ComesAfterItWasTakenAway(params IReadOnlyList<string> standStill)
    {
        var raws = await Task.WhenAll(Enumerable.Range(0, Readers).Select(r => Connect(r, window: 0)));
        await child.Tell();
        await HandedOver();
        await world.EndListening();
        await cluster.Start("silo-2");
        foreach (var who in standStill)
        {
            cluster.Of(who).Freeze();
        }

        await TakeAway();
        await Task.WhenAll(raws.Select(Open));
        foreach (var who in standStill.Take(1))
        {
            cluster.Of(who).Thaw();
        }

        var came = await Task.WhenAll(raws.Select(Came));
        await Task.WhenAll(raws.Select(r => r.DisposeAsync().AsTask()));
        return came.Any(c => c);
    }

    /// <summary>Whether a delivery that nobody had asked for comes to whoever asks after the OK. What may still be told comes.</summary>
    public async Task<bool> ComesToWhoeverAsksLater()
    {
        await child.Tell();
        await TakeAway();
        var other = await Child.Of(world, 2, new Chance(9));
        await world.AddMember(other.Handle, Team, Role.CareCoordinator);
        await using var raw = await Connect(0, RawHttp2.Wide);
        await other.Tell();
        await Until(() => Says(raw, other.Mark));
        await world.EndListening();
        return Says(raw, child.Mark);
    }

    public async ValueTask DisposeAsync()
    {
        await world.EndListening();
        world.Dispose();
        await cluster.DisposeAsync();
    }

    private async Task<RawHttp2> Connect(int reader, int window)
    {
        var raw = await RawHttp2.Connect(cluster.AgencyPort("gateway-1"), cluster.Agencies, world.Keyholders[0].Name, window);
        await raw.Call(Subscribe, new SubscribeRequest { TeamId = Team, Subscriber = Name(reader) });
        return raw;
    }

    private async Task TakeAway()
    {
        var began = Stopwatch.GetTimestamp();
        var council = new Agency(world.Council.Name, [cluster.Client("gateway-2", world.Council.Name, world.Council.Name, World.Practitioner)]);
        var end = new EndCircleMemberRequest { RequestId = Agency.NewId(), Person = child.Handle, TeamId = Team, Role = Role.CareCoordinator, Because = "Moved." };
        await council.Ask((c, o) => c.Circles.EndCircleMemberAsync(end, o));
        Took = Stopwatch.GetElapsedTime(began);
    }

    /// <summary>Ends when the ledger says that something was given to all whose windows are closed.</summary>
    private Task HandedOver() => Until(async () =>
    {
        var ledger = await Ledger.Read(cluster.Database, world.Clock);
        return Enumerable.Range(0, Readers).All(r => ledger.Of(Team, Name(r)).Any(row => row.Items.Count > 0));
    });

    private static string Name(int reader) => $"closed-{reader}";

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

    /// <summary>Until it has come, or nothing can come any more.</summary>
    private async Task<bool> Came(RawHttp2 raw)
    {
        await Until(() => raw.Over.Task.IsCompleted || Says(raw, child.Mark));
        return Says(raw, child.Mark);
    }

    private static bool Says(RawHttp2 raw, string mark) => Encoding.UTF8.GetString(raw.Content).Contains(mark, StringComparison.Ordinal);

    private static Task Until(Func<bool> isSo) => Until(() => Task.FromResult(isSo()));

    private static async Task Until(Func<Task<bool>> isSo)
    {
        for (var began = Stopwatch.GetTimestamp(); !await isSo();)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, "it did not come to that");
            await Pause.For(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }
}
