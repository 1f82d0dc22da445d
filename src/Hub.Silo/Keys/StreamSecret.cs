using System.Security.Cryptography;

namespace Hub.Silo.Keys;

/// <summary>What a sealed row of a stream is. Part of the associated data.</summary>
internal enum RowKind
{
    Content = 1,
    Decisions = 2,
    View = 3,
    Snapshot = 4,
}

/// <summary>The keys of one stream, opened. Used inside one owner's turn at a time: the cipher is not for two threads at once.</summary>
internal sealed class StreamSecret : IDisposable
{
    private readonly int hub;
    private readonly string stream;
    private readonly AesGcm seal;
    private readonly byte[] digest;
    private readonly byte[] request;

    public StreamSecret(int hub, string stream, byte[] secret)
    {
        (this.hub, this.stream) = (hub, stream);
        seal = new AesGcm(Derive(secret, "hub.stream.seal.v1"u8), 16);
        digest = Derive(secret, "hub.stream.digest.v1"u8);
        request = Derive(secret, "hub.stream.request.v1"u8);
    }

    public byte[] Seal(RowKind kind, long version, int ordinal, ReadOnlySpan<byte> plain)
        => SealedBlob.Seal(seal, Associated(kind, version, ordinal), plain);

    internal byte[] Seal(RowKind kind, long version, int ordinal, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> nonce)
        => SealedBlob.Seal(seal, Associated(kind, version, ordinal), plain, nonce);

    /// <summary>Null when the bytes were not sealed with this stream's key for this very place.</summary>
    public byte[]? Open(RowKind kind, long version, int ordinal, ReadOnlySpan<byte> blob)
        => SealedBlob.Open(seal, Associated(kind, version, ordinal), blob);

    /// <summary>Digest of stored bytes; empty for none.</summary>
    public byte[] Digest(ReadOnlySpan<byte> stored) => stored.IsEmpty ? [] : HMACSHA256.HashData(digest, stored);

    public byte[] RequestDigest(ReadOnlySpan<byte> canonical) => HMACSHA256.HashData(request, canonical);

    public void Dispose() => seal.Dispose();

    private static byte[] Derive(byte[] secret, ReadOnlySpan<byte> info)
    {
        var key = new byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key, [], info);
        return key;
    }

    private ReadOnlySpan<byte> Associated(RowKind kind, long version, int ordinal)
        => new CanonicalBytes(96).Str("row").U16(hub).Str(stream).I64(version).U8((int)kind).U16(ordinal).Written;
}
