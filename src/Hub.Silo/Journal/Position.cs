using System.Buffers.Binary;
using Hub.Domain.Inbox;

namespace Hub.Silo.Journal;

/// <summary>A delivery's place among all deliveries: its transaction's commit number, then its place within the transaction. Later ones are
/// greater; what is still in flight may yet appear below what is visible.</summary>
internal readonly record struct Position(long Commit, int Ordinal) : IComparable<Position>
{
    /// <summary>Bytes of one: commit i64, then ordinal i32, big-endian.</summary>
    public const int Size = 12;

    /// <summary>The same place, as it stands in events and handles.</summary>
    public DeliveryPlace Place => new(Commit, Ordinal);

    public static Position Of(DeliveryPlace place) => new(place.Commit, place.Ordinal);

    public static Position Read(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadInt64BigEndian(bytes), BinaryPrimitives.ReadInt32BigEndian(bytes[8..]));

    public void WriteTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes, Commit);
        BinaryPrimitives.WriteInt32BigEndian(bytes[8..], Ordinal);
    }

    public int CompareTo(Position other) => (Commit, Ordinal).CompareTo((other.Commit, other.Ordinal));
}
