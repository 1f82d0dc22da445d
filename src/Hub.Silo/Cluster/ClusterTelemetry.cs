using System.Diagnostics.Metrics;

namespace Hub.Silo.Cluster;

/// <summary>What operators see of the cluster: durations and counts. Described in docs/metrics.md.</summary>
public sealed class ClusterTelemetry : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Hub.Cluster";

    private readonly Meter meter;
    private readonly Histogram<double> barriers;
    private readonly TimeProvider time;

    public ClusterTelemetry(IMeterFactory factory, TimeProvider time)
    {
        this.time = time;
        meter = factory.Create(Name);
        barriers = meter.CreateHistogram<double>(
            "hub.barrier.duration", "s", "From a commit that every silo must hear of until all have and nothing under it is on its way, by outcome.");
    }

    /// <inheritdoc />
    public void Dispose() => meter.Dispose();

    internal void Fell(long began, bool isSilent)
        => barriers.Record(time.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("outcome", isSilent ? "silent" : "not_yet"));
}
