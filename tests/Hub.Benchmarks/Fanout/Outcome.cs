using Hub.Benchmarks.Costs;

namespace Hub.Benchmarks.Fanout;

/// <summary>What a scenario gave, from its first update until the last delivery had arrived and was confirmed.</summary>
/// <param name="What">The scenario.</param>
/// <param name="Updates">Answered updates.</param>
/// <param name="Deliveries">Arrived deliveries, each counted once.</param>
/// <param name="Took">Wall time, the wait for the last deliveries included.</param>
/// <param name="Cost">Processor time of all parts over it.</param>
/// <param name="Counted">What the hub counted over it.</param>
/// <param name="Repeats">Deliveries that came again under the same id.</param>
/// <param name="Cuts">Streams that were cut and opened again.</param>
/// <param name="PlainRows">Rows per second of the plain reference on the same store, payloads of the same size.</param>
/// <param name="Delays">From due to arrival, in order; none at saturation, where they would only show the queue.</param>
internal sealed record Outcome(
    Scenario What, int Updates, long Deliveries, TimeSpan Took, CpuTimes Cost, HubCounters Counted, long Repeats, int Cuts, double PlainRows, IReadOnlyList<TimeSpan> Delays)
{
    public double UpdatesPerSecond => Updates / Took.TotalSeconds;

    public double DeliveriesPerSecond => Deliveries / Took.TotalSeconds;

    /// <summary>Updates per plain row: what the same disk and database would take of the plainest rows meanwhile.</summary>
    public double ToPlain => UpdatesPerSecond / PlainRows;

    /// <summary>Cores that were busy for it; on a machine with other work fewer than there are.</summary>
    public double Cores => Cost.Sum / Took;

    /// <summary>Cores that other work on the machine had meanwhile.</summary>
    public double OtherCores => Cost.Others / Took;

    /// <summary>Microseconds of one core for each update.</summary>
    public double PerUpdate(TimeSpan part) => part.TotalMicroseconds / Updates;

    public TimeSpan Quantile(double q) => Delays.Count == 0 ? TimeSpan.Zero : Delays[(int)Math.Ceiling(q * Delays.Count) - 1];
}
