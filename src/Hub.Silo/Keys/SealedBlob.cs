using System.Security.Cryptography;

namespace Hub.Silo.Keys;

/// <summary>Sealed bytes as docs/formats/sealing.md fixes them: format byte, random nonce, AES-256-GCM.</summary>
internal static class SealedBlob
{
    private const byte Format = 1;
    private const int Nonce = 12;
    private const int Tag = 16;

    /// <summary>Bytes that sealing adds.</summary>
    public const int Overhead = 1 + Nonce + Tag;

    public static byte[] Seal(AesGcm key, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> plain)
    {
        // A refused commit that is decided again has the same version and other content: a nonce made from the version would repeat.
        Span<byte> nonce = stackalloc byte[Nonce];
        RandomNumberGenerator.Fill(nonce);
        return Seal(key, associated, plain, nonce);
    }

    /// <summary>With a given nonce: for golden files only.</summary>
    internal static byte[] Seal(AesGcm key, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> nonce)
    {
        var blob = new byte[plain.Length + Overhead];
        blob[0] = Format;
        nonce.CopyTo(blob.AsSpan(1));
        key.Encrypt(nonce, plain, blob.AsSpan(1 + Nonce, plain.Length), blob.AsSpan(1 + Nonce + plain.Length), associated);
        return blob;
    }

    /// <summary>The plain bytes, or null when the blob was not sealed with this key for this place.</summary>
    public static byte[]? Open(AesGcm key, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> blob)
    {
        if (blob.Length < Overhead || blob[0] != Format)
        {
            return null;
        }

        var plain = new byte[blob.Length - Overhead];
        try
        {
            key.Decrypt(blob.Slice(1, Nonce), blob.Slice(1 + Nonce, plain.Length), blob[^Tag..], plain, associated);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
