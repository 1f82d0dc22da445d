using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hub.Domain.Agencies;

namespace Hub.Gateway.Connections;

/// <summary>The key whose possession the TLS handshake proved; hashed once per connection, seen by every call on it.</summary>
internal sealed record ProvenKey(KeyFingerprint Fingerprint, DateTimeOffset Until)
{
    public static ProvenKey Of(X509Certificate2 certificate)
    {
        var hash = SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo());
        return new ProvenKey(KeyFingerprint.TryParse(Convert.ToHexStringLower(hash))!, new DateTimeOffset(certificate.NotAfter));
    }
}
