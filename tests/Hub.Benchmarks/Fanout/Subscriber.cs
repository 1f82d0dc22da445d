using System.Threading.Channels;
using Hub.Client;
using Hub.Client.Inbox;
using Hub.Inbox.V1;

namespace Hub.Benchmarks.Fanout;

/// <summary>One system of a team: reads its stream and, beside it, confirms what has come since the last confirmation.</summary>
internal sealed class Subscriber(HubClient agency, int number, string team, Ledger ledger)
{
    public const string System = "case-system";
    private const int ConfirmedAtOnce = 256;
    private readonly Channel<Delivery> arrived = Channel.CreateUnbounded<Delivery>(new() { SingleReader = true, SingleWriter = true });
    private int unconfirmed;
    private int cuts;

    /// <summary>From when each delivery's update was due, while <see cref="Timing"/>.</summary>
    public List<TimeSpan> Delays { get; } = [];

    public bool Timing { get; set; }

    /// <summary>How often the stream was cut and opened again.</summary>
    public int Cuts => cuts;

    public bool HasConfirmedAll => Volatile.Read(ref unconfirmed) == 0;

    /// <summary>Reads and confirms until it is stopped, or one of both fails.</summary>
    public async Task Run(CancellationToken stop)
    {
        var inbox = new HubInbox(agency) { Interrupted = _ => Interlocked.Increment(ref cuts) };
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var (reading, confirming) = (Read(inbox, either.Token), Confirm(inbox, either.Token));
        try
        {
            await await Task.WhenAny(reading, confirming);
        }
        finally
        {
            await either.CancelAsync();
            await Task.WhenAll(reading, confirming).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Whether nothing would be handed over again: what was confirmed is durable.</summary>
    public async Task<bool> IsEmpty()
        => (await agency.Inbox.FetchDeliveriesAsync(new FetchDeliveriesRequest { TeamId = team, Subscriber = System })).Deliveries.Count == 0;

    private async Task Read(HubInbox inbox, CancellationToken stop)
    {
        try
        {
            await foreach (var delivery in inbox.ReadAll(team, System, stop))
            {
                if (ledger.Arrive(number, delivery) is { } delay && Timing)
                {
                    Delays.Add(delay);
                }

                Interlocked.Increment(ref unconfirmed);
                arrived.Writer.TryWrite(delivery);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // All has arrived.
        }
    }

    private async Task Confirm(HubInbox inbox, CancellationToken stop)
    {
        var batch = new List<Delivery>();
        try
        {
            while (await arrived.Reader.WaitToReadAsync(stop))
            {
                batch.Clear();
                while (batch.Count < ConfirmedAtOnce && arrived.Reader.TryRead(out var next))
                {
                    batch.Add(next);
                }

                await inbox.Confirm(team, System, batch, stop);
                Interlocked.Add(ref unconfirmed, -batch.Count);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Whoever stops it has waited until all was confirmed.
        }
    }
}
