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

    public const string DeliveryColumns = "inbox, subject, view, basis, severity, escalate_at";

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

    public static DeliveryRow Delivery(DbDataReader row) => new()
    {
        Inbox = row.GetInt64(0),
        Subject = Bytes(row, 1),
        View = row.GetInt32(2),
        Basis = Bytes(row, 3),
        Severity = row.GetInt32(4),
        EscalateAt = row.GetInt64(5),
    };

    public static byte[] Bytes(DbDataReader row, int column) => row.GetFieldValue<byte[]>(column);
}
