using Hub.Gateway.Tests.Wire;
using System.Collections.Concurrent;
using Grpc.Core;
using Hub.Agreements.V1;
using Hub.Client.Calls;
using Hub.Client.Errors;
using Hub.Inbox.V1;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories.Linked;

/// <summary>A plan changes without a pause, what lets it pass is taken away and comes again, several systems receive. Between a call that took it away
/// and has returned and the next beginning nobody reads anything.</summary>
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
        var framework = await Joined(family);
        for (var round = 0; round < Rounds; round++)
        {
            var (takeAway, giveBack) = await Way(family, framework, round);
            var before = read.Count;
            await Look.Until(() => read.Count > before + 5);
            await AfterATurn.Settle(takeAway);
            var from = TimeProvider.System.GetTimestamp();
            for (var i = 0; i < 5; i++)
            {
                Assert.Empty(await Fetch(family, Late, 0));
            }

            await Look.Until(() => TimeProvider.System.GetElapsedTime(from) > 2 * Scheduling);
            silences.Add((from, TimeProvider.System.GetTimestamp()));
            await giveBack();
        }

        await over.CancelAsync();
        await Task.WhenAll(work);
        Assert.DoesNotContain(read, at => silences.Exists(s => at > s.From + (Scheduling.TotalSeconds * TimeProvider.System.TimestampFrequency) && at < s.To));
    }

    /// <summary>A framework that the council has joined, by the trust's reference.</summary>
    private static async Task<string> Joined(Family family)
    {
        var own = (await family.Council.Agreements.ProposeFrameworkAsync(Facts.Framework())).AgreementId;
        await family.Council.Agreements.AccedeToFrameworkAsync(Facts.Accede(own));
        return (await family.Trust.Agreements.ListFrameworksAsync(new ListFrameworksRequest())).Frameworks.Single().AgreementId;
    }

    /// <summary>What takes all away, and what gives it back: an end, a suspension and, where a framework alone lets it pass, a withdrawal by turns.</summary>
    private static async Task<(Func<Task> TakeAway, Func<Task> GiveBack)> Way(Family family, string framework, int round)
    {
        var agreement = (await family.Trust.Agreements.ListAgreementsAsync(new ListAgreementsRequest { PageSize = 100 })).Agreements
            .Single(a => a.State == AgreementState.InForce).AgreementId;
        var suspend = Facts.Suspend(agreement);
        async Task Suspended() => await family.Trust.Agreements.SuspendAgreementAsync(suspend);
        async Task Resumed() => await family.Trust.Agreements.ResumeAgreementAsync(Facts.Resume(agreement));
        switch (round % 3)
        {
            case 0:
                return (family.EndAgreement, () => family.Agree());
            case 1:
                return (Suspended, Resumed);
            default:
                await family.Trust.Agreements.AccedeToFrameworkAsync(Facts.Accede(framework));
                await AfterATurn.Settle(Suspended);
                var withdraw = Facts.Withdraw(framework);
                return (async () => await family.Trust.Agreements.WithdrawFromFrameworkAsync(withdraw), Resumed);
        }
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
[Trait("Runs", "long")]
public sealed class NarrowingsAtOnceOnEmbedded() : NarrowingsAtOnce(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class NarrowingsAtOnceOnPostgres() : NarrowingsAtOnce(StoreKind.Postgres);
