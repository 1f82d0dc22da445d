using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Hub.Domain.Agencies;
using Hub.Domain.Identity;

namespace Hub.Silo.Keys;

/// <summary>The hub's own long-lived secret: lookups, derived ids, handles and tokens follow from it. See docs/formats/sealing.md.</summary>
internal sealed class HubSecret : IDisposable
{
    /// <summary>Stands in front of what is made with this secret, so that another may come beside it.</summary>
    public const byte KeyId = 1;

    private readonly byte[] secret;
    private readonly byte[] lookup;
    private readonly byte[] id;
    private readonly ConcurrentDictionary<AgencyId, AgencyKeys> agencies = new();

    public HubSecret(ushort hub, byte[] secret)
    {
        this.secret = secret;
        Hub = hub;
        lookup = Derive("hub.lookup.v1", 32);
        id = Derive("hub.id.v1", 32);
        TokenKey = Derive("hub.token.v1", 32);
    }

    public ushort Hub { get; }

    public byte[] TokenKey { get; }

    /// <summary>Lookup key of a number, or of an agency's own reference: key id, then HMAC.</summary>
    public byte[] Lookup(AgencyId agency, Identifier identifier)
    {
        var system = identifier.IsNational ? identifier.System : $"{agency}/{identifier.System}";
        var name = Encoding.UTF8.GetBytes(system);
        return
        [
            KeyId, .. HMACSHA256.HashData(lookup, new CanonicalBytes().U16(name.Length).Raw(name).Raw(Encoding.UTF8.GetBytes(identifier.Value)).Written),
        ];
    }

    /// <summary>16 bytes that follow from who asked for what, within which stream: a retry meets the same.</summary>
    public byte[] DerivedId(string kind, AgencyId agency, string requestId, string within, int ordinal)
        => HMACSHA256.HashData(id, new CanonicalBytes().Str(kind).U16(Hub).Str(agency.Value).Str(requestId).Str(within).U16(ordinal).Written)[..16];

    /// <summary>The id of what a write with a request id makes, within a stream or, if that is empty, in a stream of its own.</summary>
    public UInt128 NewId(string kind, Caller caller, string within = "", int ordinal = 0)
        => BinaryPrimitives.ReadUInt128BigEndian(DerivedId(kind, caller.Agency, caller.Request!.Value, within, ordinal));

    /// <summary>The agency's handle keys. Two threads may derive them at once; both get the same.</summary>
    public AgencyKeys KeysOf(AgencyId agency)
        => agencies.GetOrAdd(agency, a => new AgencyKeys(Derive($"hub.handle.v1/{a}", 64)));

    public void Dispose()
    {
        foreach (var keys in agencies.Values)
        {
            keys.Dispose();
        }
    }

    private byte[] Derive(string info, int length)
    {
        var key = new byte[length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key, [], Encoding.ASCII.GetBytes(info));
        return key;
    }
}

/// <summary>One agency's handle keys.</summary>
internal sealed class AgencyKeys : IDisposable
{
    private const int Block = 16;
    private readonly Aes aes;
    private readonly ICryptoTransform encryptor;
    private readonly ICryptoTransform decryptor;
    private readonly byte[] from = new byte[Block];
    private readonly byte[] to = new byte[Block];
    private readonly byte[] mac;

    public AgencyKeys(byte[] material)
    {
        aes = Aes.Create();
        // CA5358: single blocks of random ids: there is nothing to chain. docs/formats/handles.md.
#pragma warning disable CA5358
        (aes.Key, aes.Mode, aes.Padding, mac) = (material[..32], CipherMode.ECB, PaddingMode.None, material[32..]);
#pragma warning restore CA5358
        (encryptor, decryptor) = (aes.CreateEncryptor(), aes.CreateDecryptor());
    }

    public void Encrypt(ReadOnlySpan<byte> id, Span<byte> handle) => Transform(encryptor, id, handle);

    public void Decrypt(ReadOnlySpan<byte> handle, Span<byte> id) => Transform(decryptor, handle, id);

    public void Mac(ReadOnlySpan<byte> bytes, Span<byte> handle) => HMACSHA256.HashData(mac, bytes, handle);

    public void Dispose()
    {
        encryptor.Dispose();
        decryptor.Dispose();
        aes.Dispose();
    }

    private void Transform(ICryptoTransform by, ReadOnlySpan<byte> block, Span<byte> result)
    {
        lock (aes)
        {
            block.CopyTo(from);
            by.TransformBlock(from, 0, Block, to, 0);
            to.CopyTo(result);
        }
    }
}
