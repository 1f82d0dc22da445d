using System.Diagnostics.Metrics;

namespace Hub.Silo.Inbox;

/// <summary>What operators see of inboxes: counts, never a team or a person. Described in docs/metrics.md.</summary>
public sealed class InboxTelemetry : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Hub.Inboxes";

    private readonly Meter meter;
    private readonly Counter<long> quarantined;
    private readonly Counter<long> unasked;
    private readonly Counter<long> failedRules;
    private readonly Counter<long> unheard;

    public InboxTelemetry(IMeterFactory factory)
    {
        meter = factory.Create(Name);
        quarantined = meter.CreateCounter<long>("hub.deliveries.quarantined", "{delivery}", "Deliveries that are not what their owner wrote and are kept back.");
        unasked = meter.CreateCounter<long>("hub.decisions.unasked", "{decision}", "Decisions that only a person may make and that nobody could be asked for.");
        failedRules = meter.CreateCounter<long>("hub.rules.failed", "{decision}", "Recipients who heard nothing because a rule failed.");
        unheard = meter.CreateCounter<long>("hub.deliveries.unheard", "{delivery}", "Deliveries of which nobody hears: nobody in the order is there, or it is kept from all of them.");
    }

    /// <inheritdoc />
    public void Dispose() => meter.Dispose();

    internal void Quarantined() => quarantined.Add(1);

    internal void NobodyAsked() => unasked.Add(1);

    internal void RuleFailed() => failedRules.Add(1);

    internal void Unheard() => unheard.Add(1);
}
