using System.Buffers.Binary;
using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>Positions as marks and the ledger store them: form 1, then commit i64 and ordinal i32 of each, big-endian.</summary>
internal static class Positions
{
    private const byte Form = 1;
    private const int Size = 12;

    public static byte[] Write(IEnumerable<Position> positions)
    {
        var all = positions.ToList();
        var bytes = new byte[1 + (all.Count * Size)];
        bytes[0] = Form;
        for (var i = 0; i < all.Count; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1 + (i * Size)), all[i].Commit);
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(9 + (i * Size)), all[i].Ordinal);
        }

        return bytes;
    }

    public static IReadOnlyList<Position> Read(ReadOnlySpan<byte> bytes)
    {
        var positions = new List<Position>();
        for (var at = 1; at + Size <= bytes.Length; at += Size)
        {
            positions.Add(new Position(BinaryPrimitives.ReadInt64BigEndian(bytes[at..]), BinaryPrimitives.ReadInt32BigEndian(bytes[(at + 8)..])));
        }

        return positions;
    }
}
