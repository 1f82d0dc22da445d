using System.Data.Common;

namespace Hub.Silo.Journal;

/// <summary>Column lists and what is made of them.</summary>
internal static class RowReader
{
    public const string EventColumns =
        """
        hub, stream, version, name, name_version, at, agency, practitioner, request_id, request_digest, content_digest, decisions_digest,
        deliveries_digest, previous_hash, hash, content, decisions
        """;

    private const string DeliveryColumns = "inbox, subject, view, basis, severity, escalate_at";

    public const string InboxColumns = DeliveryColumns + ", commit_number, ordinal, stream, version, at";

    public const string KeyColumns = "stream, master_key, wrapped, erasure_order";

    public const string MarkColumns = "inbox, subscriber, commit_number, ordinal, above";

    public const string HandOverColumns = "inbox, subscriber, number, at, connection, positions";

    public const string NarrowingColumns = "sequence, ground, version, done";

    public static EventRow Event(DbDataReader row) => new()
    {
        Hub = row.GetInt32(0),
        Stream = row.GetString(1),
        Version = row.GetInt64(2),
        Name = row.GetString(3),
        NameVersion = row.GetInt32(4),
        At = row.GetInt64(5),
        Agency = row.GetString(6),
        Practitioner = row.GetString(7),
        RequestId = row.GetString(8),
        RequestDigest = Bytes(row, 9),
        ContentDigest = Bytes(row, 10),
        DecisionsDigest = Bytes(row, 11),
        DeliveriesDigest = Bytes(row, 12),
        PreviousHash = Bytes(row, 13),
        Hash = Bytes(row, 14),
        Content = Bytes(row, 15),
        Decisions = Bytes(row, 16),
    };

    public static StreamKeyRow Key(DbDataReader row) => new(row.GetString(0), row.GetString(1), Bytes(row, 2), row.GetString(3));

    private static DeliveryRow Delivery(DbDataReader row) => new()
    {
        Inbox = row.GetInt64(0),
        Subject = Bytes(row, 1),
        View = row.GetInt32(2),
        Basis = Bytes(row, 3),
        Severity = row.GetInt32(4),
        EscalateAt = row.GetInt64(5),
    };

    public static InboxRow Inbox(DbDataReader row) => new(
        new Position(row.GetInt64(6), row.GetInt32(7)), row.GetString(8), row.GetInt64(9), row.GetInt64(10), Delivery(row));

    public static MarkRow Mark(DbDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), new Position(row.GetInt64(2), row.GetInt32(3)), Bytes(row, 4));

    public static HandOverRow HandOver(DbDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetString(4), Bytes(row, 5));

    public static NarrowingRow Narrowing(DbDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetBoolean(3));

    public static byte[] Bytes(DbDataReader row, int column) => row.GetFieldValue<byte[]>(column);
}
