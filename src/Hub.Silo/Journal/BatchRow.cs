namespace Hub.Silo.Journal;

/// <summary>What a transaction says of itself to those who wait for it.</summary>
internal static class BatchRow
{
    /// <summary>Inboxes touched, ascending.</summary>
    public static long[] Inboxes(IEnumerable<CommitRows> winners) =>
        [.. winners.SelectMany(w => w.Deliveries).Select(d => d.Inbox).Distinct().Order()];

    /// <summary>First instant at which a delivery escalates; 0 for never.</summary>
    public static long EarliestDue(IEnumerable<CommitRows> winners) =>
        winners.SelectMany(w => w.Deliveries).Where(d => d.EscalateAt > 0).Select(d => d.EscalateAt).DefaultIfEmpty().Min();

    /// <summary>The first 8 bytes of each event's hash, in the order of their streams: an event cut from the end of a stream is missed by them.</summary>
    public static byte[] Marks(IEnumerable<CommitRows> winners) =>
        [.. winners.OrderBy(w => w.Event.Stream, StringComparer.Ordinal).SelectMany(w => w.Event.Hash[..8])];

    /// <summary>Where each commit's deliveries begin: one after the other over the winners, in the batch's order; −1 for a loser.</summary>
    public static int[] FirstOrdinals(IReadOnlyList<CommitRows> batch, IReadOnlyList<CommitFate> fates)
    {
        var next = 0;
        var first = new int[batch.Count];
        for (var i = 0; i < first.Length; i++)
        {
            var won = fates[i] == CommitFate.Committed;
            first[i] = won ? next : -1;
            next += won ? batch[i].Deliveries.Count : 0;
        }

        return first;
    }

    /// <summary>The answer when no commit of the batch was written.</summary>
    public static BatchResult Nothing(IReadOnlyList<CommitFate> fates) =>
        new(0, [.. fates.Select(f => f == CommitFate.Committed ? CommitFate.HeadMoved : f)], [.. fates.Select(_ => -1)]);
}
