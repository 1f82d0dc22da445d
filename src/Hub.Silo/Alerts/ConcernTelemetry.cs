using System.Diagnostics.Metrics;

namespace Hub.Silo.Alerts;

/// <summary>What operators see of concerns: counts, never a place or a person. Described in docs/metrics.md.</summary>
public sealed class ConcernTelemetry : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Hub.Alerts";

    private readonly Meter meter;
    private readonly Counter<long> unheard;

    public ConcernTelemetry(IMeterFactory factory)
    {
        meter = factory.Create(Name);
        unheard = meter.CreateCounter<long>("hub.concerns.unheard", "{concern}", "Concerns on record that no team of their place hears of.");
    }

    /// <inheritdoc />
    public void Dispose() => meter.Dispose();

    internal void Unheard() => unheard.Add(1);
}
