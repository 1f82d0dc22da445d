using System.Buffers.Binary;
using Hub.Silo.Journal;

namespace Hub.Silo.Inbox;

/// <summary>What one batch of the ledger holds. Form 1, then big-endian: since i64, last i64, and of each delivery commit i64, ordinal i32 and
/// number i64.</summary>
/// <param name="Since">The oldest batch of which something was not received when this one was written.</param>
/// <param name="Last">The last number that was given, this batch included.</param>
/// <param name="Items">Deliveries with the subscriber's own numbers. None: the batch before did not go out.</param>
internal sealed record LedgerItems(long Since, long Last, IReadOnlyList<(Position At, long Number)> Items)
{
    private const byte Form = 1;
    private const int Head = 17;
    private const int Size = Position.Size + sizeof(long);

    public byte[] Write()
    {
        var bytes = new byte[Head + (Items.Count * Size)];
        bytes[0] = Form;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1), Since);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(9), Last);
        for (var i = 0; i < Items.Count; i++)
        {
            var item = bytes.AsSpan(Head + (i * Size), Size);
            Items[i].At.WriteTo(item);
            BinaryPrimitives.WriteInt64BigEndian(item[Position.Size..], Items[i].Number);
        }

        return bytes;
    }

    public static LedgerItems Read(ReadOnlySpan<byte> bytes)
    {
        var items = new List<(Position, long)>();
        for (var at = Head; at + Size <= bytes.Length; at += Size)
        {
            items.Add((Position.Read(bytes[at..]), BinaryPrimitives.ReadInt64BigEndian(bytes[(at + Position.Size)..])));
        }

        return new LedgerItems(BinaryPrimitives.ReadInt64BigEndian(bytes[1..]), BinaryPrimitives.ReadInt64BigEndian(bytes[9..]), items);
    }
}
