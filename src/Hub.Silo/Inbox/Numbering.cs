using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>One subscriber's own numbers: 1, 2, 3 in the order of handing over, the same at every repeat. Given when something goes out and not
/// when it is decided, so that what is recalled leaves no gap.</summary>
internal sealed class Numbering
{
    private const int Page = 64;
    private readonly Dictionary<Position, (long Number, long Batch)> given = [];
    private (long Last, List<(Position At, (long Number, long Batch)? Given)> Items) before = (0, []);
    private long last;

    /// <summary>The number of the last batch.</summary>
    public long Batch { get; private set; }

    /// <summary>From the ledger: what was given and is not received yet. Of two batches with one delivery the later one counts.</summary>
    public static async Task<Numbering> Load(IJournalStore store, long inbox, string subscriber, Reading reading)
    {
        var numbering = new Numbering { Batch = await store.ReadLastHandOver(inbox, subscriber, CancellationToken.None) };
        if (numbering.Batch == 0)
        {
            return numbering;
        }

        var newest = await store.ReadHandOvers(inbox, subscriber, numbering.Batch - 1, 1, CancellationToken.None);
        (var since, numbering.last, _) = LedgerItems.Read(newest[0].Positions);
        var rows = new List<(long Batch, LedgerItems Items)>();
        for (var after = since - 1; after < numbering.Batch; after = rows[^1].Batch)
        {
            var page = await store.ReadHandOvers(inbox, subscriber, after, Page, CancellationToken.None);
            rows.AddRange(page.Select(r => (r.Number, LedgerItems.Read(r.Positions))));
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var wentOut = i + 1 == rows.Count || rows[i + 1].Items.Items.Count > 0;
            foreach (var (at, number) in wentOut ? rows[i].Items.Items.Where(item => !reading.IsReceived(item.At)) : [])
            {
                numbering.given[at] = (number, rows[i].Batch);
            }
        }

        return numbering;
    }

    /// <summary>Whether a batch of the ledger brought it, received or not, back to those from before it was there.</summary>
    /// <param name="store">The store.</param>
    /// <param name="inbox">The inbox.</param>
    /// <param name="subscriber">The subscriber.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="since">When it was committed, less what clocks may differ by, in microseconds.</param>
    public static async Task<bool> WasEverGiven(IJournalStore store, long inbox, string subscriber, Position at, long since)
    {
        var (last, wentOut) = (await store.ReadLastHandOver(inbox, subscriber, CancellationToken.None), true);
        for (var (through, isOver) = (last, false); through > 0 && !isOver; through -= Page)
        {
            var rows = (await store.ReadHandOvers(inbox, subscriber, Math.Max(0, through - Page), Page, CancellationToken.None)).Where(r => r.Number <= through);
            foreach (var row in rows.Reverse())
            {
                var items = LedgerItems.Read(row.Positions).Items;
                if (wentOut && items.Any(item => item.At == at))
                {
                    return true;
                }

                (wentOut, isOver) = (items.Count > 0, isOver || row.At < since);
            }
        }

        return false;
    }

    /// <summary>Whether it was handed over and is not received yet.</summary>
    public bool WasGiven(Position at) => given.ContainsKey(at);

    public long Of(Position at) => given[at].Number;

    /// <summary>Numbers for the next batch, in this order.</summary>
    public LedgerItems Next(IReadOnlyList<Position> positions)
    {
        before = (last, [.. positions.Select(p => (p, given.TryGetValue(p, out var number) ? number : ((long, long)?)null))]);
        Batch++;
        foreach (var (at, number) in before.Items)
        {
            given[at] = (number?.Number ?? ++last, Batch);
        }

        return Items(positions);
    }

    /// <summary>The last batch does not go out. Numbers that it would have brought are free again; what goes on the ledger says so.</summary>
    public LedgerItems TakeBack()
    {
        Batch++;
        last = before.Last;
        foreach (var (at, number) in before.Items)
        {
            given.Remove(at);
            if (number is { } earlier)
            {
                given[at] = earlier;
            }
        }

        return Items([]);
    }

    public void Receive(Position at) => given.Remove(at);

    private LedgerItems Items(IReadOnlyList<Position> positions)
        => new(given.Count == 0 ? Batch : given.Values.Min(g => g.Batch), last, [.. positions.Select(p => (p, given[p].Number))]);
}
