namespace Hub.Silo.Journal;

/// <summary>How far a subscriber has got with an inbox. A mark never goes back.</summary>
/// <param name="Inbox">The inbox.</param>
/// <param name="Subscriber">The registered system.</param>
/// <param name="Position">Everything at or below it is received or recalled.</param>
/// <param name="Above">Received positions above it, at most 1,024 ranges; opaque here.</param>
internal sealed record MarkRow(long Inbox, string Subscriber, Position Position, byte[] Above);

/// <summary>One batch of the ledger, written before the batch goes to the transport. Never changed afterwards.</summary>
/// <param name="Inbox">The inbox.</param>
/// <param name="Subscriber">The registered system.</param>
/// <param name="Number">Of the subscriber's batches, from 1.</param>
/// <param name="At">Microseconds.</param>
/// <param name="Connection">The key it went to, as 64 hex digits.</param>
/// <param name="Positions">What was in it; opaque here.</param>
internal sealed record HandOverRow(long Inbox, string Subscriber, long Number, long At, string Connection, byte[] Positions);

/// <summary>What is written together: both rows or neither.</summary>
internal sealed record ReceiptRows(MarkRow? Mark, HandOverRow? HandOver)
{
    /// <summary>One mark per subscriber, by key: the furthest, and of equal ones the last.</summary>
    public static IReadOnlyList<MarkRow> Marks(IReadOnlyList<ReceiptRows> batch) =>
    [
        .. batch.Select(r => r.Mark).OfType<MarkRow>().GroupBy(m => (m.Inbox, m.Subscriber))
            .Select(g => g.Aggregate((a, b) => b.Position.CompareTo(a.Position) >= 0 ? b : a))
            .OrderBy(m => m.Inbox).ThenBy(m => m.Subscriber, StringComparer.Ordinal),
    ];

    /// <summary>By key.</summary>
    public static IReadOnlyList<HandOverRow> HandOvers(IReadOnlyList<ReceiptRows> batch) =>
    [
        .. batch.Select(r => r.HandOver).OfType<HandOverRow>()
            .OrderBy(h => h.Inbox).ThenBy(h => h.Subscriber, StringComparer.Ordinal).ThenBy(h => h.Number),
    ];
}
