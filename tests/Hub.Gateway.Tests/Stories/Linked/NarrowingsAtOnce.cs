using Hub.Gateway.Tests.Wire;
using System.Collections.Concurrent;
using Grpc.Core;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Inbox.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Linked;

/// <summary>A plan changes without a pause, its agreement ends and begins again, several systems receive. Between an end that has returned and
/// the next beginning nobody reads anything.</summary>
public abstract class NarrowingsAtOnce(StoreKind kind)
{
    private const int Rounds = 6;
    private const string Streams = "streams";
    private const string Hoards = "hoards";
    private const string Polls = "polls";
    private const string Late = "late";

    // What has come to this machine may wait for a thread of the test, which has few.
    private static readonly TimeSpan Scheduling = TimeSpan.FromMilliseconds(100);
    private readonly ConcurrentQueue<long> read = new();

    [Fact]
    public async Task Hand_nothing_over_after_their_return()
    {
        await using var hub = await RunningHub.Start(kind);
        var family = await Family.At(hub);
        await family.Agree();
        await family.LinkUp();
        foreach (var system in (string[])[Streams, Hoards, Polls, Late])
        {
            await family.Council.Inbox.RegisterSubscriberAsync(new RegisterSubscriberRequest { RequestId = HubRequest.NewId(), TeamId = Family.ChildrensTeam, Subscriber = system });
        }

        using var over = new CancellationTokenSource();
        Task[] work = [Write(family, over.Token), Stream(family, Streams, true, over.Token), Stream(family, Hoards, false, over.Token), Poll(family, over.Token)];
        var silences = new List<(long From, long To)>();
        for (var round = 0; round < Rounds; round++)
        {
            var before = read.Count;
            await Look.Until(() => read.Count > before + 5);
            await family.EndAgreement();
            var from = TimeProvider.System.GetTimestamp();
            for (var i = 0; i < 5; i++)
            {
                Assert.Empty(await Fetch(family, Late, 0));
            }

            await Look.Until(() => TimeProvider.System.GetElapsedTime(from) > 2 * Scheduling);
            silences.Add((from, TimeProvider.System.GetTimestamp()));
            await family.Agree();
        }

        await over.CancelAsync();
        await Task.WhenAll(work);
        Assert.DoesNotContain(read, at => silences.Exists(s => at > s.From + (Scheduling.TotalSeconds * TimeProvider.System.TimestampFrequency) && at < s.To));
    }

    private static async Task Write(Family family, CancellationToken over)
    {
        for (var i = 0; !over.IsCancellationRequested; i++)
        {
            await family.Reword($"{i}");
        }
    }

    private static async Task<IReadOnlyList<Delivery>> Fetch(Family family, string system, int wait)
        => [.. (await family.Council.Inbox.FetchDeliveriesAsync(new FetchDeliveriesRequest { TeamId = Family.ChildrensTeam, Subscriber = system, WaitSeconds = wait })).Deliveries];

    private static async Task Confirm(Family family, string system, IEnumerable<Delivery> heard)
        => await family.Council.Inbox.ConfirmDeliveriesAsync(new ConfirmDeliveriesRequest { TeamId = Family.ChildrensTeam, Subscriber = system, DeliveryIds = { heard.Select(d => d.DeliveryId) } });

    private async Task Poll(Family family, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await Interrupted(async () =>
            {
                var heard = await Fetch(family, Polls, 1);
                Read(heard.Count);
                await Confirm(family, Polls, heard);
            });
        }
    }

    private async Task Stream(Family family, string system, bool confirms, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await Interrupted(async () =>
            {
                using var line = family.Council.Inbox.Subscribe(new SubscribeRequest { TeamId = Family.ChildrensTeam, Subscriber = system }, cancellationToken: over);
                while (await line.ResponseStream.MoveNext(over))
                {
                    var heard = line.ResponseStream.Current.Deliveries;
                    Read(heard.Count);
                    if (confirms && heard.Count > 0)
                    {
                        await Confirm(family, system, heard);
                    }
                }
            });
        }
    }

    // Whoever is cut off comes again.
    private static async Task Interrupted(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is RpcException or HubRefusedException or OperationCanceledException)
        {
        }
    }

    private void Read(int count)
    {
        var now = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            read.Enqueue(now);
        }
    }
}

/// <summary>On the embedded store.</summary>
public sealed class NarrowingsAtOnceOnEmbedded() : NarrowingsAtOnce(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class NarrowingsAtOnceOnPostgres() : NarrowingsAtOnce(StoreKind.Postgres);
