using System.Buffers.Binary;
using System.Text;

namespace Hub.Silo.Keys;

/// <summary>Writes the forms of docs/formats: big-endian integers, ASCII with a length byte, digests with a length byte.</summary>
internal sealed class CanonicalBytes(int capacity = 512)
{
    private byte[] buffer = new byte[capacity];
    private int length;

    public CanonicalBytes U8(int value)
    {
        Room(1)[0] = checked((byte)value);
        return this;
    }

    public CanonicalBytes U16(int value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(Room(2), checked((ushort)value));
        return this;
    }

    public CanonicalBytes I16(int value)
    {
        BinaryPrimitives.WriteInt16BigEndian(Room(2), checked((short)value));
        return this;
    }

    public CanonicalBytes I32(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(Room(4), value);
        return this;
    }

    public CanonicalBytes I64(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(Room(8), value);
        return this;
    }

    /// <summary>A length byte and at most 64 ASCII characters.</summary>
    public CanonicalBytes Str(string text)
    {
        if (text.Length > 64 || !Ascii.IsValid(text))
        {
            throw new ArgumentException("a key is at most 64 ASCII characters", nameof(text));
        }

        return U8(text.Length).Raw(Encoding.ASCII.GetBytes(text));
    }

    /// <summary>A length byte, 0 or 32, and the bytes.</summary>
    public CanonicalBytes Digest(ReadOnlySpan<byte> digest)
        => digest.Length is 0 or 32 ? U8(digest.Length).Raw(digest) : throw new ArgumentException("a digest has 32 bytes or none", nameof(digest));

    public CanonicalBytes Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        return this;
    }

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    public byte[] ToArray() => Written.ToArray();

    private Span<byte> Room(int count)
    {
        if (length + count > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + count));
        }

        length += count;
        return buffer.AsSpan(length - count, count);
    }
}
