using System.Diagnostics;
using Hub.Benchmarks.Costs;
using Hub.Benchmarks.Servers;
using Hub.Silo;

namespace Hub.Benchmarks.Fanout;

/// <summary>A hub in a process of its own on an empty store, its cast, and a reader on every inbox: all that a scenario needs.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // On the way at once: enough to keep every part busy, and no more than an inbox holds in memory.
    private const int UpdatesOfWriter = 8;
    private readonly HubPlace site;
    private readonly int? server;
    private readonly CancellationTokenSource over;
    private readonly List<Subscriber> subscribers = [];
    private readonly List<Task> reading = [];

    private Stage(HubPlace site, int? server, Cast cast, Ledger ledger, CancellationToken stop)
    {
        (this.site, this.server, Cast, Ledger) = (site, server, cast, ledger);
        over = CancellationTokenSource.CreateLinkedTokenSource(stop);
    }

    public Cast Cast { get; }

    public Ledger Ledger { get; }

    private CpuTimes Cpu => CpuTimes.Now(site.Pids, server);

    /// <param name="what">The scenario.</param>
    /// <param name="load">How many people, and so how many updates may be on their way.</param>
    /// <param name="server">First process of the database server, where there is one.</param>
    /// <param name="stop">Ends everything.</param>
    public static async Task<Stage> Open(Scenario what, Load load, int? server, CancellationToken stop)
    {
        HubPlace at = what.IsCluster ? await OneCluster.Start(gateways: 1) : await OneProcess.Start(what.Store);
        try
        {
            var cast = await Cast.Gather(at, load.Writers, what.FanOut, stop);
            var ledger = new Ledger(what.FanOut, TimeProvider.System, room: load.Writers * UpdatesOfWriter);
            var stage = new Stage(at, what.Store == StoreKind.Postgres ? server : null, cast, ledger, stop);
            stage.Listen();
            return stage;
        }
        catch
        {
            await at.DisposeAsync();
            throw;
        }
    }

    /// <summary>Plays something that ends when all of its updates are answered, waits for the last delivery and confirmation, and tells what it
    /// took.</summary>
    public async Task<Outcome> Measure(Scenario what, double plainRows, bool timing, Func<Task> play, CancellationToken stop)
    {
        subscribers.ForEach(s => s.Timing = timing);
        var (sent, arrived, counted, cpu, began) = (Ledger.Sent, Ledger.Arrived, await site.Counters(stop), Cpu, Stopwatch.GetTimestamp());
        await Unless(play());
        await Unless(Ledger.Drained(Patience));
        await Confirmed(stop);
        var took = Stopwatch.GetElapsedTime(began);
        var cost = Cpu.Since(cpu);
        var outcome = new Outcome(
            what, Ledger.Sent - sent, Ledger.Arrived - arrived, took, cost, (await site.Counters(stop)).Since(counted),
            Ledger.Repeats, subscribers.Sum(s => s.Cuts), plainRows, [.. subscribers.SelectMany(s => s.Delays).Order()]);
        Check(outcome);
        return outcome;
    }

    /// <summary>Ends all readers; then nothing may be waiting anywhere.</summary>
    public async Task Close()
    {
        await over.CancelAsync();
        await Task.WhenAll(reading);
        foreach (var subscriber in subscribers)
        {
            if (!await subscriber.IsEmpty())
            {
                throw new BrokenPromise("a delivery that was confirmed came again");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await Task.WhenAll(reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Cast.Dispose();
        Ledger.Dispose();
        over.Dispose();
        await site.DisposeAsync();
    }

    private void Listen()
    {
        subscribers.AddRange(Enumerable.Range(0, Circle.Teams).Select(t => Cast.Subscriber(t, Ledger)));
        reading.AddRange(subscribers.Select(s => Task.Run(() => s.Run(over.Token))));
    }

    /// <summary>A reader that fails ends the run at once, instead of its patience.</summary>
    private async Task Unless(Task what) => await await Task.WhenAny([what, .. reading]);

    private async Task Confirmed(CancellationToken stop)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (!subscribers.TrueForAll(s => s.HasConfirmedAll))
        {
            await looks.WaitForNextTickAsync(stop);
        }
    }

    private void Check(Outcome outcome)
    {
        if (Ledger.Broken.FirstOrDefault() is { } first)
        {
            throw new BrokenPromise($"{Ledger.Broken.Count} deliveries that should not be: {first}");
        }

        if (outcome.Deliveries != (long)outcome.Updates * outcome.What.FanOut)
        {
            throw new BrokenPromise($"{outcome.Updates} updates made {outcome.Deliveries} deliveries");
        }
    }
}
