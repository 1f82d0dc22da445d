using System.Collections.Immutable;
using System.Threading.Channels;
using Hub.Contracts.Cluster;
using Hub.Silo.Journal;
using Microsoft.Extensions.Hosting;

namespace Hub.Silo.Cluster;

/// <summary>Tells the other silos for which inboxes this one has committed something, one message to each for all that has come together. One way:
/// what gets lost is found by <see cref="BatchTail"/>.</summary>
internal sealed class Nudges(Sightings sightings, IGrainFactory grains) : BackgroundService
{
    // Whatever does not fit is found all the same.
    private readonly Channel<long> inboxes = Channel.CreateBounded<long>(new BoundedChannelOptions(8192) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Committed(CommitRows rows)
    {
        if (sightings.Any)
        {
            foreach (var delivery in rows.Deliveries)
            {
                inboxes.Writer.TryWrite(delivery.Inbox);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await inboxes.Reader.WaitToReadAsync(stoppingToken))
            {
                var touched = new HashSet<long>();
                while (inboxes.Reader.TryRead(out var inbox))
                {
                    touched.Add(inbox);
                }

                foreach (var silo in sightings.Others)
                {
                    await Tell(silo, [.. touched]);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private async Task Tell(string silo, ImmutableArray<long> touched)
    {
        try
        {
            await grains.GetGrain<IDoor>(silo).Nudge(touched);
        }
#pragma warning disable CA1031 // Nothing rests on it.
        catch (Exception)
#pragma warning restore CA1031
        {
            // A silo that is gone hears nothing.
        }
    }
}
