using static Hub.Silo.Journal.Postgres.BatchCommands;

namespace Hub.Silo.Journal.Postgres;

/// <summary>What inboxes read. Every query names the inbox and a position: an ordered probe into one index per month.</summary>
internal sealed partial class PostgresJournalStore
{
    internal const string InboxAfter =
        $"""
        select {RowReader.InboxColumns} from delivery where inbox = $1 and (commit_number, ordinal) > ($2, $3)
        order by commit_number, ordinal limit $4
        """;

    internal const string InboxRedAfter =
        $"""
        select {RowReader.InboxColumns} from delivery where inbox = $1 and severity = 1 and (commit_number, ordinal) > ($2, $3)
        order by commit_number, ordinal limit $4
        """;

    internal const string InboxOfBetween =
        $"""
        select {RowReader.InboxColumns} from delivery
        where inbox = $1 and (commit_number, ordinal) > ($2, $3) and (commit_number, ordinal) < ($4, $5) and subject = $6
        order by commit_number, ordinal limit $7
        """;

    internal const string DeliveryAt =
        $"select {RowReader.InboxColumns} from delivery where inbox = $1 and commit_number = $2 and ordinal = $3";

    // A scalar sub-select stays one probe per row, as in the lane's statements.
    internal const string ViewsOf =
        """
        select (select v.content from view v where v.stream = a.stream and v.version = a.version and v.ordinal = a.ordinal)
        from unnest($1, $2, $3) with ordinality as a(stream, version, ordinal, i) order by a.i
        """;

    internal const string BatchesBetween =
        "select commit_number, inboxes, earliest_due from batch where commit_number > $1 and commit_number < $2 order by commit_number limit $3";

    // On autocommit: within a transaction of its own a session sees its old horizon.
    private const string Horizon =
        "select (select e.base from era e order by e.base desc limit 1) + pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

    public async ValueTask<long> ReadHorizon(CancellationToken stop) => (await Rows(Horizon, r => r.GetInt64(0), stop))[0];

    public ValueTask<IReadOnlyList<InboxRow>> ReadInbox(long inbox, Position after, int limit, CancellationToken stop) =>
        Rows(InboxAfter, RowReader.Inbox, stop, Value(inbox), Value(after.Commit), Value(after.Ordinal), Value(limit));

    public ValueTask<IReadOnlyList<InboxRow>> ReadInboxRed(long inbox, Position after, int limit, CancellationToken stop) =>
        Rows(InboxRedAfter, RowReader.Inbox, stop, Value(inbox), Value(after.Commit), Value(after.Ordinal), Value(limit));

    public ValueTask<IReadOnlyList<InboxRow>> ReadInboxOf(
        long inbox, byte[] subject, Position after, Position before, int limit, CancellationToken stop) =>
        Rows(
            InboxOfBetween, RowReader.Inbox, stop,
            Value(inbox), Value(after.Commit), Value(after.Ordinal), Value(before.Commit), Value(before.Ordinal), Value(subject), Value(limit));

    public ValueTask<InboxRow?> ReadDelivery(long inbox, Position at, CancellationToken stop) =>
        First(DeliveryAt, RowReader.Inbox, stop, Value(inbox), Value(at.Commit), Value(at.Ordinal));

    public ValueTask<IReadOnlyList<byte[]?>> ReadViewsOf(
        IReadOnlyList<(string Stream, long Version, int Ordinal)> views, CancellationToken stop) =>
        Rows(
            ViewsOf, r => r.IsDBNull(0) ? null : RowReader.Bytes(r, 0), stop,
            views.Column(v => v.Stream), views.Column(v => v.Version), views.Column(v => v.Ordinal));

    public ValueTask<IReadOnlyList<TouchedRow>> ReadBatches(long after, long below, int limit, CancellationToken stop) =>
        Rows(
            BatchesBetween, r => new TouchedRow(r.GetInt64(0), r.GetFieldValue<long[]>(1), r.GetInt64(2)), stop,
            Value(after), Value(below), Value(limit));
}
