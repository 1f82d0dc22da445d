using System.Diagnostics.Metrics;

namespace Hub.Gateway.Calls;

/// <summary>What operators see of calls: how many, how long, how they ended. Described in docs/metrics.md.</summary>
public sealed class CallTelemetry : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Hub.Gateway";

    private readonly Meter meter;
    private readonly Counter<long> calls;
    private readonly Histogram<double> duration;
    private readonly TimeProvider time;

    public CallTelemetry(IMeterFactory factory, TimeProvider time)
    {
        this.time = time;
        meter = factory.Create(Name);
        calls = meter.CreateCounter<long>("hub.calls", "{call}", "Calls by method and outcome.");
        duration = meter.CreateHistogram<double>("hub.call.duration", "s", "From the message to its answer, by method and outcome.");
    }

    /// <inheritdoc />
    public void Dispose() => meter.Dispose();

    internal long Begin() => time.GetTimestamp();

    /// <summary>Outcome: OK, or the refusal's reason.</summary>
    internal void End(long began, string method, string outcome)
    {
        var tags = new[] { new KeyValuePair<string, object?>("method", method), new KeyValuePair<string, object?>("outcome", outcome) };
        calls.Add(1, tags);
        duration.Record(time.GetElapsedTime(began).TotalSeconds, tags);
    }
}
