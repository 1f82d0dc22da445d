using System.Globalization;

namespace Hub.Benchmarks.Costs;

/// <summary>What the hub counted, read from its operators' port.</summary>
/// <param name="Commits">Commits of all owners.</param>
/// <param name="Transactions">Transactions that they were written in.</param>
/// <param name="Receipts">Marks and ledger rows of hand-overs.</param>
/// <param name="Hops">Messages from one process of the hub to another.</param>
internal sealed record HubCounters(double Commits, double Transactions, double Receipts, double Hops)
{
    public double CommitsPerTransaction => Transactions == 0 ? 0 : Commits / Transactions;

    public static async Task<HubCounters> Read(HttpClient operators, CancellationToken stop)
    {
        var lines = (await operators.GetStringAsync(new Uri("/metrics", UriKind.Relative), stop)).Split('\n');
        return new HubCounters(Sum("hub_journal_batch_size", "_sum"), Sum("hub_journal_batch_size", "_count"), Sum("hub_journal_receipts", "_total"),
            Sum("orleans_messaging_sent_messages_size", "_count"));

        double Sum(string metric, string suffix)
            => lines.Where(l => l.StartsWith(metric, StringComparison.Ordinal) && l.Split('{', ' ')[0].EndsWith(suffix, StringComparison.Ordinal))
                .Sum(ValueOf);
    }

    public HubCounters And(HubCounters other)
        => new(Commits + other.Commits, Transactions + other.Transactions, Receipts + other.Receipts, Hops + other.Hops);

    public HubCounters Since(HubCounters earlier)
        => new(Commits - earlier.Commits, Transactions - earlier.Transactions, Receipts - earlier.Receipts, Hops - earlier.Hops);

    // A time may follow the value.
    private static double ValueOf(string line)
        => double.Parse(line[(line.LastIndexOf('}') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], CultureInfo.InvariantCulture);
}
