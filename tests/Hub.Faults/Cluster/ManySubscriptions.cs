using System.Globalization;
using Grpc.Core;
using Hub.Client;
using Hub.Faults.Load;
using Hub.Faults.Stories;
using Hub.Inbox.V1;
using Hub.Teams.V1;
using Xunit.Abstractions;

namespace Hub.Faults.Cluster;

/// <summary>Many systems of many teams that read through one gateway at the same time.</summary>
public sealed class ManySubscriptions(ITestOutputHelper output)
{
    private const int PerTeam = 16;
    private const int PerConnection = 80;
    private static readonly int Subscriptions = FaultStory.IsLong ? 5_000 : 200;

    [Fact]
    public async Task Are_all_open_at_one_gateway()
    {
        await using var cluster = await HubCluster.Create();
        var council = await Council.AtOneSilo(cluster);
        var systems = Enumerable.Range(0, Subscriptions).Select(n => (Team: $"council/team-{n / PerTeam}", Name: $"system-{n % PerTeam}")).ToList();
        await Parallel.ForEachAsync(systems.Select(s => s.Team).Distinct(StringComparer.Ordinal), async (team, _) => await Team.Open(council.First, team, Role.LeadSocialWorker));
        await Parallel.ForEachAsync(systems, async (system, _) => await Team.Subscribe(council.First, system.Team, system.Name));

        // One is open before anything is measured: what the first one costs is not for each.
        var (silo, gateway) = (cluster.Of("silo-1"), cluster.Of("gateway-1"));
        var doors = Enumerable.Range(0, (Subscriptions / PerConnection) + 1).Select(_ => cluster.Client("gateway-1", "council", "council", Admission.Practitioner)).ToList();
        List<AsyncServerStreamingCall<SubscribeResponse>> lines = [await Open(doors[0], systems[0])];
        var before = (Silo: silo.Memory(), Gateway: gateway.Memory());
        foreach (var some in systems.Index().Skip(1).Chunk(PerConnection))
        {
            lines.AddRange(await Task.WhenAll(some.Select(s => Open(doors[s.Index / PerConnection], s.Item))));
        }

        Assert.Equal(Subscriptions, lines.Count);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Subscriptions} subscriptions: {(gateway.Memory() - before.Gateway) / 1024 / Subscriptions} KiB each in the gateway, {(silo.Memory() - before.Silo) / 1024 / Subscriptions} KiB each in the silo"));
        lines.ForEach(l => l.Dispose());
    }

    private static async Task<AsyncServerStreamingCall<SubscribeResponse>> Open(HubClient door, (string Team, string Name) system)
    {
        var line = door.Inbox.Subscribe(new SubscribeRequest { TeamId = system.Team, Subscriber = system.Name });
        Assert.True(await line.ResponseStream.MoveNext(CancellationToken.None));
        return line;
    }
}
