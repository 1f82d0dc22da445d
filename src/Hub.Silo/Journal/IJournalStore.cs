namespace Hub.Silo.Journal;

/// <summary>Where the journal's rows live. Two implementations, one behaviour suite. Knows only integers, bytes and ASCII keys.
/// Every method throws <see cref="StoreFault"/> and nothing of the driver.</summary>
internal interface IJournalStore : IAsyncDisposable
{
    /// <summary>Ends when the database was found restored or failed over: what is in memory need not stand there. Never where there is one file.</summary>
    Task Left { get; }

    /// <summary>How many lanes write at once: 1 where there is one writer.</summary>
    int Lanes { get; }

    /// <summary>Opens a lane: one connection that writes one batch at a time.</summary>
    IJournalLane OpenLane();

    /// <summary>Opens the receipts' own lane: a connection that waits for no commit.</summary>
    IReceiptLane OpenReceiptLane();

    /// <summary>Events of a stream after a version, oldest first.</summary>
    ValueTask<IReadOnlyList<EventRow>> ReadEvents(string stream, long after, int limit, CancellationToken stop);

    /// <summary>Events of a stream before a version (0: from the head), newest first.</summary>
    ValueTask<IReadOnlyList<EventRow>> ReadEventsBefore(string stream, long before, int limit, CancellationToken stop);

    /// <summary>The event that a request made, or null.</summary>
    ValueTask<EventRow?> FindRequest(string stream, string agency, string requestId, CancellationToken stop);

    /// <summary>The stream's key, or null when the stream does not exist.</summary>
    ValueTask<StreamKeyRow?> ReadKey(string stream, CancellationToken stop);

    /// <summary>The keys of those of these streams that exist, in any order.</summary>
    ValueTask<IReadOnlyList<StreamKeyRow>> ReadKeys(IReadOnlyList<string> streams, CancellationToken stop);

    /// <summary>Destroys the stream's key for good, on record by whose order.</summary>
    ValueTask DestroyKey(string stream, string order, CancellationToken stop);

    /// <summary>Claims of a space whose key is at least <paramref name="from"/> and at most <paramref name="to"/>, by key.</summary>
    ValueTask<IReadOnlyList<ClaimRow>> FindClaims(int space, byte[] from, byte[] to, CancellationToken stop);

    /// <summary>The version of a ground; 0 when it has none.</summary>
    ValueTask<long> ReadGround(string ground, CancellationToken stop);

    /// <summary>Names of streams that start with a prefix, after a name, in order.</summary>
    ValueTask<IReadOnlyList<string>> ListStreams(string prefix, string after, int limit, CancellationToken stop);

    /// <summary>Views of one event, by ordinal.</summary>
    ValueTask<IReadOnlyList<ViewRow>> ReadViews(string stream, long version, CancellationToken stop);

    /// <summary>Deliveries of one event, by position.</summary>
    ValueTask<IReadOnlyList<InboxRow>> ReadDeliveries(string stream, long version, CancellationToken stop);

    /// <summary>The commit number below which nothing can still appear: what is not visible there never will be.</summary>
    ValueTask<long> ReadHorizon(CancellationToken stop);

    /// <summary>Deliveries of an inbox after a position, in order. What is still in flight may appear below them later.</summary>
    ValueTask<IReadOnlyList<InboxRow>> ReadInbox(long inbox, Position after, int limit, CancellationToken stop);

    /// <summary>The same, red ones only.</summary>
    ValueTask<IReadOnlyList<InboxRow>> ReadInboxRed(long inbox, Position after, int limit, CancellationToken stop);

    /// <summary>Deliveries of an inbox about one person strictly between two positions, in order. Passes over all of the inbox between
    /// them: for what waits, not for what was.</summary>
    ValueTask<IReadOnlyList<InboxRow>> ReadInboxOf(
        long inbox, byte[] subject, Position after, Position before, int limit, CancellationToken stop);

    /// <summary>The delivery of an inbox at a position, or null.</summary>
    ValueTask<InboxRow?> ReadDelivery(long inbox, Position at, CancellationToken stop);

    /// <summary>Sealed bytes of many views at once, in the order asked; null where there is none.</summary>
    ValueTask<IReadOnlyList<byte[]?>> ReadViewsOf(
        IReadOnlyList<(string Stream, long Version, int Ordinal)> views, CancellationToken stop);

    /// <summary>Transactions with commit numbers strictly between two, in order.</summary>
    ValueTask<IReadOnlyList<TouchedRow>> ReadBatches(long after, long below, int limit, CancellationToken stop);

    /// <summary>Marks of an inbox, by subscriber.</summary>
    ValueTask<IReadOnlyList<MarkRow>> ReadMarks(long inbox, CancellationToken stop);

    /// <summary>A subscriber's ledger after a number, in order.</summary>
    ValueTask<IReadOnlyList<HandOverRow>> ReadHandOvers(
        long inbox, string subscriber, long afterNumber, int limit, CancellationToken stop);

    /// <summary>The number of a subscriber's last batch; 0 when there was none.</summary>
    ValueTask<long> ReadLastHandOver(long inbox, string subscriber, CancellationToken stop);

    /// <summary>The sequence of the last narrowing; 0 when there was none.</summary>
    ValueTask<long> ReadLastNarrowing(CancellationToken stop);

    /// <summary>Narrowings after a sequence, in order.</summary>
    ValueTask<IReadOnlyList<NarrowingRow>> ReadNarrowings(long afterSequence, int limit, CancellationToken stop);

    /// <summary>Every ground by which somebody ever saw less, with the version since which that is so last, in any order.</summary>
    ValueTask<IReadOnlyList<GroundRow>> ReadNarrowed(CancellationToken stop);

    /// <summary>The sequence through which all that waited was decided again.</summary>
    ValueTask<long> ReadAgainMark(CancellationToken stop);

    /// <summary>All that waited was decided again through a sequence; it never goes back.</summary>
    ValueTask MoveAgainMark(long sequence, CancellationToken stop);

    /// <summary>Inboxes that have a delivery of a stream's events, in any order. Passes over all of them.</summary>
    ValueTask<IReadOnlyList<long>> ReadInboxesOf(string stream, CancellationToken stop);

    /// <summary>Renews a silo's lease, on a connection of its own. Whatever narrows either comes before, and its sequence is in the grant,
    /// or after, and finds the lease. Not for two callers at once.</summary>
    ValueTask<LeaseGrant> RenewLease(string silo, TimeSpan length, CancellationToken stop);

    /// <summary>All silos' leases, also of those that are gone; the only silo of a store that admits one has none to show.</summary>
    ValueTask<IReadOnlyList<LeaseRow>> ReadLeases(CancellationToken stop);

    /// <summary>Takes a silo's lease away, of which it is certain that it shows nothing any more.</summary>
    ValueTask EndLease(string silo, CancellationToken stop);

    /// <summary>The commit number through which deliveries with a clock have been taken in.</summary>
    ValueTask<long> ReadDueMark(CancellationToken stop);

    /// <summary>Takes in deliveries with a clock, and that all of them through a commit number are taken in: both or neither. May be repeated.</summary>
    ValueTask AddDue(IReadOnlyList<DueRow> rows, long through, CancellationToken stop);

    /// <summary>Deliveries whose clock has run out by an instant in microseconds, in order.</summary>
    ValueTask<IReadOnlyList<DueRow>> ReadDue(long by, int limit, CancellationToken stop);

    /// <summary>It is settled what became of one.</summary>
    ValueTask EndDue(DueRow row, CancellationToken stop);

    /// <summary>Every transaction's commit number with the first 8 bytes of each of its events' hashes: what a cut tail is missed by.</summary>
    IAsyncEnumerable<(long CommitNumber, byte[] Marks)> ReadBatchMarks(CancellationToken stop);

    /// <summary>Hub secrets by number.</summary>
    ValueTask<IReadOnlyList<HubSecretRow>> ReadSecrets(CancellationToken stop);

    /// <summary>Adds a hub secret unless that number exists; reads decide which one won.</summary>
    ValueTask AddSecret(HubSecretRow secret, CancellationToken stop);

    /// <summary>Opaque name of the database's present timeline: it changes when the database was restored or failed over.</summary>
    ValueTask<string> ReadTimeline(CancellationToken stop);
}

/// <summary>One writer of the journal. Not for use by two callers at once.</summary>
internal interface IJournalLane : IAsyncDisposable
{
    /// <summary>Writes a batch in one transaction; no stream stands in it twice. Losers leave no row and hurt nobody.
    /// <see cref="StoreFault"/> with Rejected, Busy or Unavailable: certainly nothing of the batch was written. With Uncertain: all of
    /// it or nothing was; <see cref="Settle"/> tells.</summary>
    ValueTask<BatchResult> Commit(IReadOnlyList<CommitRows> batch, CancellationToken stop);

    /// <summary>After Uncertain: makes sure that the broken attempt can no longer take effect, then reads, on another connection, which
    /// commits stand. Throws Unavailable while that cannot be found out.</summary>
    ValueTask<BatchResult> Settle(IReadOnlyList<CommitRows> batch, CancellationToken stop);
}

/// <summary>One writer of marks and ledger. Not for use by two callers at once.</summary>
internal interface IReceiptLane : IAsyncDisposable
{
    /// <summary>Writes a batch in one transaction. The same rows may be written again: marks never go back, and a ledger row that stands is
    /// the same. <see cref="StoreFault"/> with Rejected when another row has a number of the ledger; with Uncertain: all of it or nothing
    /// was written, and writing it again tells.</summary>
    ValueTask Write(IReadOnlyList<ReceiptRows> batch, CancellationToken stop);
}

/// <summary>What became of one commit of a batch.</summary>
internal enum CommitFate
{
    /// <summary>Durable, all rows of it.</summary>
    Committed = 1,

    /// <summary>Its predecessor is not the head any more, or its request id is taken.</summary>
    HeadMoved = 2,

    /// <summary>A ground that it rests on has another version.</summary>
    ReadSetChanged = 3,

    /// <summary>Another stream holds a key that it claims.</summary>
    ClaimLost = 4,
}

/// <summary>What became of a batch.</summary>
/// <param name="CommitNumber">Grows with every transaction; part of each delivery's position. 0 when nobody won.</param>
/// <param name="Fates">One per commit, in the order given.</param>
/// <param name="FirstOrdinals">Place of each commit's first delivery within the transaction.</param>
internal sealed record BatchResult(long CommitNumber, IReadOnlyList<CommitFate> Fates, IReadOnlyList<int> FirstOrdinals);

/// <summary>Why a store could not do as asked.</summary>
internal enum StoreFaultKind
{
    /// <summary>A row of the batch cannot be stored at all; nothing was written.</summary>
    Rejected = 1,

    /// <summary>Lost to a concurrent transaction; nothing was written; the same batch may be tried again at once.</summary>
    Busy = 2,

    /// <summary>The database cannot be reached; nothing was written.</summary>
    Unavailable = 3,

    /// <summary>The connection broke while committing.</summary>
    Uncertain = 4,
}

/// <summary>A store's failure. The driver's exception stays inside as cause and never leaves the silo.</summary>
internal sealed class StoreFault(StoreFaultKind kind, Exception? cause = null) : Exception($"store: {kind}", cause)
{
    public StoreFaultKind Kind { get; } = kind;
}
