using System.Buffers.Binary;

namespace Hub.Gateway.Connections;

/// <summary>What the first nine bytes of an HTTP/2 frame say of it.</summary>
/// <param name="Stream">Whose it is; 0 for the connection's own.</param>
/// <param name="HasContent">Whether it carries part of an answer's messages.</param>
/// <param name="IsLast">Whether its stream ends with it, in good order.</param>
internal readonly record struct FrameHead(int Stream, bool HasContent, bool IsLast);

/// <summary>Finds the heads of HTTP/2 frames in what a server writes, in whatever pieces. Source: RFC 9113, section 4.1.</summary>
internal sealed class FrameHeads
{
    private const int Size = 9;
    private const int Data = 0;
    private const int Headers = 1;
    private const int EndStream = 1;
    private readonly byte[] head = new byte[Size];
    private int known;
    private int payload;

    /// <summary>Takes the next bytes, and tells of each head that is whole with them.</summary>
    public void Read<T>(ReadOnlySpan<byte> bytes, T whom, Action<T, FrameHead> tell)
    {
        while (!bytes.IsEmpty)
        {
            var taken = Math.Min(payload > 0 ? payload : Size - known, bytes.Length);
            if (payload > 0)
            {
                payload -= taken;
            }
            else
            {
                bytes[..taken].CopyTo(head.AsSpan(known));
                known += taken;
                if (known == Size)
                {
                    known = 0;
                    payload = BinaryPrimitives.ReadInt32BigEndian(head) >>> 8;
                    tell(whom, Head());
                }
            }

            bytes = bytes[taken..];
        }
    }

    private FrameHead Head()
    {
        var (type, flags) = (head[3], head[4]);
        return new FrameHead(
            BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(5)) & int.MaxValue,
            type == Data && payload > 0,
            type is Data or Headers && (flags & EndStream) != 0);
    }
}
