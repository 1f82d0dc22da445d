using System.Diagnostics;
using Grpc.Core;
using Hub.Benchmarks.Fanout;
using Hub.Benchmarks.Servers;
using Hub.Circles.V1;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Inbox.V1;
using Hub.Teams.V1;

namespace Hub.Benchmarks.Cluster;

/// <summary>Children each with one partner team on its circle, whose membership is ended one after the other.</summary>
internal sealed class Narrowings : IAsyncDisposable
{
    private readonly Cast cast;
    private int next;

    private Narrowings(Cast cast) => this.cast = cast;

    public static async Task<Narrowings> Gather(OneCluster cluster, int people, CancellationToken stop) => new(await Cast.Gather(cluster, people, fanOut: 1, stop));

    /// <summary>Ends memberships of which nothing is on its way; milliseconds each.</summary>
    public async Task<List<double>> End(int times, CancellationToken stop)
    {
        var took = new List<double>();
        for (var i = 0; i < times; i++)
        {
            took.Add(await EndOne(next++, stop));
        }

        return took;
    }

    /// <summary>Ends memberships of which an update was handed over, and is not confirmed.</summary>
    public async Task<List<double>> EndUnread(int times, CancellationToken stop)
    {
        var took = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var person = next++;
            var (client, team) = cast.TeamWith(person);
            using var line = client.Inbox.Subscribe(new SubscribeRequest { TeamId = team, Subscriber = Subscriber.System }, cancellationToken: stop);
            await cast.Plans[person].Revise($"u-{person}");
            while (line.ResponseStream.Current is not { Deliveries.Count: > 0 })
            {
                await line.ResponseStream.MoveNext(stop);
            }

            took.Add(await EndOne(person, stop));
            var rest = line.ResponseStream.Current.Deliveries.Select(d => d.DeliveryId);
            await client.Inbox.ConfirmDeliveriesAsync(new ConfirmDeliveriesRequest { TeamId = team, Subscriber = Subscriber.System, DeliveryIds = { rest } }, cancellationToken: stop);
        }

        return took;
    }

    public ValueTask DisposeAsync()
    {
        cast.Dispose();
        return ValueTask.CompletedTask;
    }

    // By the council's client, which repeats what is not certain yet.
    private async Task<double> EndOne(int person, CancellationToken stop)
    {
        var request = new EndCircleMemberRequest
        {
            RequestId = HubRequest.NewId(),
            Person = cast.Plans[person].Child,
            TeamId = cast.TeamWith(person).Team,
            Role = Role.HealthVisitor,
            Because = "Moved.",
        };
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await cast.Council.Circles.EndCircleMemberAsync(request, cancellationToken: stop);
                return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
            catch (HubRefusedException e) when (e.Reason is HubReasons.TryAgain or HubReasons.NotYetSilent)
            {
                await Task.Yield();
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
            {
                await Task.Yield();
            }
        }
    }
}
