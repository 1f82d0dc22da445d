using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Hub.Domain;
using Hub.Domain.Agencies;
using Hub.Silo.Keys;

namespace Hub.Silo.Handles;

/// <summary>Where a list goes on, sealed: bound to agency and query, good for an hour, never an authorisation.</summary>
internal sealed class PageTokens(HubSecret secret, TimeProvider time) : IDisposable
{
    private const int Form = 1;
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);
    private readonly AesGcm key = new(secret.TokenKey, 16);
    private readonly Lock turn = new();

    /// <summary>Empty for position 0: there is no further page.</summary>
    public string Make(AgencyId agency, string query, long position)
    {
        if (position == 0)
        {
            return "";
        }

        var expires = Moment.Of(time.GetUtcNow()).Plus(Life);
        var plain = new CanonicalBytes(32).U8(Form).I64(expires.Microseconds).I64(position).ToArray();
        lock (turn)
        {
            return Base64Url.EncodeToString(SealedBlob.Seal(key, Associated(agency, query), plain));
        }
    }

    /// <summary>The position; 0 for an empty token; null when it is none of ours, expired, or another agency's or query's.</summary>
    public long? Read(AgencyId agency, string query, string token)
    {
        if (token.Length == 0)
        {
            return 0;
        }

        if (token.Length > 200 || !Base64Url.IsValid(token))
        {
            return null;
        }

        byte[]? plain;
        lock (turn)
        {
            plain = SealedBlob.Open(key, Associated(agency, query), Base64Url.DecodeFromChars(token));
        }

        return plain is [Form, ..] && plain.Length == 17
            && BinaryPrimitives.ReadInt64BigEndian(plain.AsSpan(1)) > Moment.Of(time.GetUtcNow()).Microseconds
                ? BinaryPrimitives.ReadInt64BigEndian(plain.AsSpan(9))
                : null;
    }

    public void Dispose() => key.Dispose();

    private static ReadOnlySpan<byte> Associated(AgencyId agency, string query)
        => new CanonicalBytes(160).Str("token").Str(agency.Value)
            .Str(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)).AsSpan(0, 16))).Written;
}
