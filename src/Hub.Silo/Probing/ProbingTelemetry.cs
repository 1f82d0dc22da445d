using System.Diagnostics.Metrics;

namespace Hub.Silo.Probing;

/// <summary>What operators see of probing: counts. Described in docs/metrics.md.</summary>
public sealed class ProbingTelemetry : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Hub.Probing";

    private readonly Meter meter;
    private readonly Counter<long> alarms;

    public ProbingTelemetry(IMeterFactory factory)
    {
        meter = factory.Create(Name);
        alarms = meter.CreateCounter<long>("hub.probing.alarms", "{practitioner}", "Practitioners who asked for more people within an hour than one is likely to work with.");
    }

    /// <inheritdoc />
    public void Dispose() => meter.Dispose();

    internal void Alarm() => alarms.Add(1);
}
