using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Hub.Faults.Load;
using Hub.Inbox.V1;
using Hub.Teams.V1;
using Xunit.Abstractions;

namespace Hub.Faults.Cluster;

/// <summary>Inboxes that somebody reads all the time, on the one of two silos that is not killed: those of them are put up anew that the other had on
/// its list.</summary>
public sealed class InboxesAfterALostSilo(ITestOutputHelper output)
{
    private const int Teams = 16;
    private const string Reader = "case-system";

    // Less than a stream waits in an inbox that has nothing for it.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Looked = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(400);

    [Fact]
    public async Task Answer_again_though_streams_wait_in_them()
    {
        await using var cluster = await HubCluster.Create();
        var council = await Council.AtOneSilo(cluster);
        var teams = Enumerable.Range(0, Teams).Select(n => $"council/team-{n}").ToList();
        foreach (var team in teams)
        {
            await Team.Open(council.First, team, Role.LeadSocialWorker);
            await Team.Subscribe(council.First, team, Reader);
        }

        // About half of them are on its list from then on.
        await cluster.Start("silo-2");
        using var end = new CancellationTokenSource();
        var streams = teams.Select(
            t => council.First.Client.Inbox.Subscribe(new SubscribeRequest { TeamId = t, Subscriber = Reader }, cancellationToken: end.Token)).ToList();
        Assert.All(await Task.WhenAll(streams.Select(s => s.ResponseStream.MoveNext(end.Token))), Assert.True);

        cluster.Of("silo-2").Kill();
        await Membership.Until(cluster.Database, 1, TimeSpan.FromSeconds(30));
        var slowest = await Task.WhenAll(teams.Select(async team =>
        {
            var (since, longest) = (Stopwatch.StartNew(), TimeSpan.Zero);
            for (var n = 0; since.Elapsed < Looked; n++)
            {
                var asked = since.Elapsed;
                await Team.Subscribe(council.First, team, $"archive-{n}");
                longest = since.Elapsed - asked > longest ? since.Elapsed - asked : longest;
                await Pause.For(Between, TimeProvider.System);
            }

            return longest;
        }));
        output.WriteLine($"slowest answers of {Teams} inboxes: {string.Join(", ", slowest.Order().Select(a => a.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)))} s");
        Assert.InRange(slowest.Max(), TimeSpan.Zero, Limit);
        await end.CancelAsync();
        streams.ForEach(s => s.Dispose());
    }
}
