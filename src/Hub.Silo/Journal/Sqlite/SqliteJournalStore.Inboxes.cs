using System.Buffers.Binary;
using Microsoft.Data.Sqlite;

namespace Hub.Silo.Journal.Sqlite;

/// <summary>What inboxes read.</summary>
internal sealed partial class SqliteJournalStore
{
    public async ValueTask<long> ReadHorizon(CancellationToken stop) =>
        (await Rows("select last + 1 + (select max(base) from era) from counter", r => r.GetInt64(0), stop))[0];

    public ValueTask<IReadOnlyList<InboxRow>> ReadInbox(long inbox, Position after, int limit, CancellationToken stop) =>
        Rows(
            $"""
            select {RowReader.InboxColumns} from delivery where inbox = $1 and (commit_number, ordinal) > ($2, $3)
            order by commit_number, ordinal limit $4
            """,
            RowReader.Inbox, stop, inbox, after.Commit, after.Ordinal, limit);

    public ValueTask<IReadOnlyList<InboxRow>> ReadInboxRed(long inbox, Position after, int limit, CancellationToken stop) =>
        Rows(
            $"""
            select {RowReader.InboxColumns} from delivery indexed by delivery_inbox_red
            where inbox = $1 and severity = 1 and (commit_number, ordinal) > ($2, $3)
            order by commit_number, ordinal limit $4
            """,
            RowReader.Inbox, stop, inbox, after.Commit, after.Ordinal, limit);

    public ValueTask<IReadOnlyList<InboxRow>> ReadInboxOf(
        long inbox, byte[] subject, Position after, Position before, int limit, CancellationToken stop) =>
        Rows(
            $"""
            select {RowReader.InboxColumns} from delivery
            where inbox = $1 and (commit_number, ordinal) > ($2, $3) and (commit_number, ordinal) < ($4, $5) and subject = $6
            order by commit_number, ordinal limit $7
            """,
            RowReader.Inbox, stop, inbox, after.Commit, after.Ordinal, before.Commit, before.Ordinal, subject, limit);

    public ValueTask<InboxRow?> ReadDelivery(long inbox, Position at, CancellationToken stop) =>
        First(
            $"select {RowReader.InboxColumns} from delivery where inbox = $1 and commit_number = $2 and ordinal = $3",
            RowReader.Inbox, stop, inbox, at.Commit, at.Ordinal);

    public ValueTask<IReadOnlyList<byte[]?>> ReadViewsOf(
        IReadOnlyList<(string Stream, long Version, int Ordinal)> views, CancellationToken stop) =>
        Read<IReadOnlyList<byte[]?>>(
            connection =>
            {
                using var one = new SqliteStatement(connection, "select content from view where stream = $1 and version = $2 and ordinal = $3", 3);
                return [.. views.Select(v => one.Ask(v.Stream, v.Version, v.Ordinal) as byte[])];
            },
            stop);

    public ValueTask<IReadOnlyList<TouchedRow>> ReadBatches(long after, long below, int limit, CancellationToken stop) =>
        Rows(
            "select commit_number, inboxes, earliest_due from batch where commit_number > $1 and commit_number < $2 order by commit_number limit $3",
            r => new TouchedRow(r.GetInt64(0), Inboxes(RowReader.Bytes(r, 1)), r.GetInt64(2)), stop, after, below, limit);

    private static long[] Inboxes(byte[] bytes) =>
        [.. Enumerable.Range(0, bytes.Length / 8).Select(i => BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(i * 8)))];
}
