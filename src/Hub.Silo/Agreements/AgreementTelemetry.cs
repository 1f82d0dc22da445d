using System.Diagnostics.Metrics;

namespace Hub.Silo.Agreements;

/// <summary>What operators see of agreements: counts. Described in docs/metrics.md.</summary>
public sealed class AgreementTelemetry : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Hub.Agreements";

    private readonly Meter meter;
    private readonly Counter<long> unheard;

    public AgreementTelemetry(IMeterFactory factory)
    {
        meter = factory.Create(Name);
        unheard = meter.CreateCounter<long>("hub.agreements.unheard", "{announcement}", "Announced ends of agreements that no team of a party hears of.");
    }

    /// <inheritdoc />
    public void Dispose() => meter.Dispose();

    internal void Unheard() => unheard.Add(1);
}
