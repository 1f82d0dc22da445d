using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Hub.Silo.Journal;

/// <summary>What operators see of the journal: counts and durations, never a stream or a person. Described in docs/metrics.md.</summary>
public sealed class JournalTelemetry : IDisposable
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "Hub.Journal";

    internal static readonly ActivitySource Activities = new(Name);
    private readonly Meter meter;
    private readonly Counter<long> commits;
    private readonly Histogram<double> duration;
    private readonly Histogram<int> batch;
    private readonly Counter<long> receipts;

    public JournalTelemetry(IMeterFactory factory)
    {
        meter = factory.Create(Name);
        commits = meter.CreateCounter<long>("hub.journal.commits", "{commit}", "Commits by outcome and event.");
        duration = meter.CreateHistogram<double>("hub.journal.commit.duration", "s", "From the queue's door to the outcome.");
        batch = meter.CreateHistogram<int>("hub.journal.batch.size", "{commit}", "Commits per transaction.");
        receipts = meter.CreateCounter<long>("hub.journal.receipts", "{receipt}", "Marks and ledger rows by what became of them.");
    }

    /// <inheritdoc />
    public void Dispose() => meter.Dispose();

    internal void Queue(Func<long> waiting) => meter.CreateObservableGauge("hub.journal.queue", waiting, "{commit}", "Commits waiting or being written.");

    internal void Committed(string eventName, CommitOutcome outcome, TimeSpan took)
    {
        var kind = new KeyValuePair<string, object?>("outcome", outcome.Kind.ToString());
        commits.Add(1, kind, new KeyValuePair<string, object?>("event", eventName));
        duration.Record(took.TotalSeconds, kind);
    }

    internal void ReceiptQueue(Func<int> waiting) =>
        meter.CreateObservableGauge("hub.journal.receipt.queue", waiting, "{receipt}", "Marks and ledger rows waiting.");

    internal void Receipts(int count, bool durable) =>
        receipts.Add(count, new KeyValuePair<string, object?>("outcome", durable ? "Durable" : "NotWritten"));

    internal void Written(int size) => batch.Record(size);
}
