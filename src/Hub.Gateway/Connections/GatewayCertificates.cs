using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Hub.Gateway.Connections;

/// <summary>What the agencies' side of the gateway proves itself with, and whom it trusts to issue agencies' certificates.</summary>
public sealed class GatewayCertificates
{
    private readonly X509Certificate2Collection authorities;

    /// <param name="own">The gateway's certificate with its private key.</param>
    /// <param name="intermediates">Certificates between it and its root, sent along.</param>
    /// <param name="authorities">Roots of agencies' certificates. Nothing else is trusted, the machine's own store neither.</param>
    public GatewayCertificates(X509Certificate2 own, X509Certificate2Collection intermediates, X509Certificate2Collection authorities)
    {
        if (authorities.Count == 0)
        {
            throw new ArgumentException("without an authority no agency could connect", nameof(authorities));
        }

        this.authorities = authorities;

        // Offline: a handshake must never make the hub call an address that stands in a certificate.
        Own = SslStreamCertificateContext.Create(own, intermediates, offline: true);
    }

    internal SslStreamCertificateContext Own { get; }

    /// <summary>Reads PEM files: the own certificate followed by its intermediates, its key, and the authorities' roots.</summary>
    public static GatewayCertificates FromPemFiles(string certificateFile, string keyFile, string authoritiesFile)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(certificateFile);
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(authoritiesFile);

        return new GatewayCertificates(X509Certificate2.CreateFromPemFile(certificateFile, keyFile), [.. chain.Skip(1)], roots);
    }

    // One policy per handshake: building a chain adds to it.
    internal X509ChainPolicy AgencyPolicy()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,

            // The register says per call who may call; a revocation list would be a second, slower answer to the same question.
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }
}
