using System.Threading.Channels;
using Hub.Client.Calls;
using Hub.Client.Inbox;
using Hub.Inbox.V1;

namespace Hub.Faults.Load;

/// <summary>One system of a team. It reads, as a stream or by asking, and confirms in batches, some late and some twice. Often it forgets what
/// it has not confirmed when its stream breaks, as a system that stopped too: then it must come again. One system of each team also says what
/// a person does with some deliveries.</summary>
internal sealed class Reader(Team team, string name, bool polls, bool acknowledges, History reading, TimeProvider time, Chance chance)
{
    private const int MostAtOnce = 40;
    private const int WaitSeconds = 1;
    private static readonly HubRetry Untiring = new(int.MaxValue, TimeSpan.FromMilliseconds(60), TimeSpan.FromMilliseconds(400));
    private readonly Channel<(int Memory, Delivery Delivery)> arrived
        = Channel.CreateUnbounded<(int, Delivery)>(new() { SingleReader = true, SingleWriter = true });
    private readonly Asking fetching = new($"{team.Id}/{name}", reading, time, chance.Branch());
    private readonly Acknowledging person = new(team, chance.Branch());
    private readonly Chance forgetting = chance.Branch();
    private int memory;

    public string Name => name;

    public Arrivals Arrivals { get; } = new($"{team.Id}/{name}");

    /// <summary>The words by which its person took deliveries.</summary>
    public IReadOnlyCollection<Acknowledgement> FirstWords => person.FirstWords;

    private Caller Agency => team.Partner.Caller;

    /// <summary>Reads and confirms until it is stopped, which is once all has been confirmed.</summary>
    public Task Run(CancellationToken stop) => polls ? Poll(stop) : StreamAndConfirm(stop);

    /// <summary>The next deliveries, by asking once.</summary>
    public async Task<IReadOnlyList<Delivery>> Fetch(int waitSeconds)
    {
        var request = new FetchDeliveriesRequest { TeamId = team.Id, Subscriber = name, WaitSeconds = waitSeconds };
        var answer = await fetching.UntilAnswered(new Ask("-", "FetchDeliveries", async o =>
        {
            Arrivals.Begin();
            return await Agency.Client.Inbox.FetchDeliveriesAsync(request, o);
        }));
        var fetched = Agency.Accepted<FetchDeliveriesResponse>("FetchDeliveries", answer).Deliveries;
        foreach (var delivery in fetched)
        {
            Arrivals.Take(delivery);
        }

        return fetched;
    }

    public async Task Confirm(IReadOnlyCollection<string> ids)
    {
        var request = new ConfirmDeliveriesRequest { TeamId = team.Id, Subscriber = name, DeliveryIds = { ids } };
        await Agency.Get<ConfirmDeliveriesResponse>("ConfirmDeliveries", async o => await Agency.Client.Inbox.ConfirmDeliveriesAsync(request, o));
        Arrivals.Confirm(ids);
    }

    private async Task StreamAndConfirm(CancellationToken stop)
    {
        var (reading, confirming) = (Stream(stop), Confirm(stop));

        // The first that fails is told at once; the other ends with the load.
        await await Task.WhenAny(reading, confirming);
        await Task.WhenAll(reading, confirming);
    }

    private async Task Stream(CancellationToken stop)
    {
        var inbox = new HubInbox(Agency.Client, Untiring) { Interrupted = _ => Break() };
        try
        {
            await foreach (var delivery in inbox.ReadAll(team.Id, name, stop))
            {
                Arrivals.Take(delivery);
                arrived.Writer.TryWrite((memory, delivery));
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // All has come.
        }
    }

    private void Break()
    {
        Arrivals.Begin();
        if (forgetting.InHundred(60))
        {
            Interlocked.Increment(ref memory);
        }
    }

    private async Task Confirm(CancellationToken stop)
    {
        var batch = new List<(int Memory, Delivery Delivery)>();
        try
        {
            while (batch.Count > 0 || await arrived.Reader.WaitToReadAsync(stop))
            {
                for (var most = 1 + chance.Below(MostAtOnce); batch.Count < most && arrived.Reader.TryRead(out var next);)
                {
                    batch.Add(next);
                }

                var kept = batch.Where(b => b.Memory == Volatile.Read(ref memory)).ToList();
                var late = await ConfirmSome([.. kept.Select(k => k.Delivery)]);
                batch = [.. kept.Where(k => late.Contains(k.Delivery))];
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // All is confirmed.
        }
    }

    private async Task Poll(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await ConfirmSome(await Fetch(WaitSeconds));
        }
    }

    /// <summary>Confirms all or some, and returns the rest a little later.</summary>
    private async Task<List<Delivery>> ConfirmSome(IReadOnlyList<Delivery> batch)
    {
        var late = batch.Count > 1 && chance.InHundred(30) ? batch.Where(_ => chance.InHundred(50)).ToList() : [];
        var now = batch.Except(late).ToList();
        if (acknowledges)
        {
            await person.SayOf(now);
        }

        if (now.Count > 0)
        {
            List<string> ids = [.. now.Select(d => d.DeliveryId)];
            await Confirm(ids);
            if (chance.InHundred(10))
            {
                await Confirm(ids);
            }
        }

        await Pause.For(late.Count == 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(chance.Below(250)), time);
        return late;
    }
}
