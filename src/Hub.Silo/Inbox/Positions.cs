using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>Positions as marks and the ledger store them: form 1, then commit i64 and ordinal i32 of each, big-endian.</summary>
internal static class Positions
{
    private const byte Form = 1;

    public static byte[] Write(IEnumerable<Position> positions)
    {
        var all = positions.ToList();
        var bytes = new byte[1 + (all.Count * Position.Size)];
        bytes[0] = Form;
        for (var i = 0; i < all.Count; i++)
        {
            all[i].WriteTo(bytes.AsSpan(1 + (i * Position.Size)));
        }

        return bytes;
    }

    public static IReadOnlyList<Position> Read(ReadOnlySpan<byte> bytes)
    {
        var positions = new List<Position>();
        for (var at = 1; at + Position.Size <= bytes.Length; at += Position.Size)
        {
            positions.Add(Position.Read(bytes[at..]));
        }

        return positions;
    }
}
