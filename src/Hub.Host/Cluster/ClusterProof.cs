using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Hub.Host.Cluster;

/// <summary>How one process of the cluster proves itself to another: the same way in both directions.</summary>
internal sealed record ClusterProof(SslStreamCertificateContext Own, X509Certificate2Collection Roots)
{
    /// <summary>Stands in every certificate of the cluster, and in no other.</summary>
    public const string Name = "hub-cluster";

    // CA5398: naming the versions is the point; the machine's default may allow older ones.
#pragma warning disable CA5398
    public SslServerAuthenticationOptions Inbound() => new()
    {
        ServerCertificateContext = Own,
        ClientCertificateRequired = true,
        CertificateChainPolicy = Policy(),
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        AllowRenegotiation = false,
        AllowTlsResume = false,
    };

    public SslClientAuthenticationOptions Outbound() => new()
    {
        TargetHost = Name,
        ClientCertificateContext = Own,
        CertificateChainPolicy = Policy(),
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        AllowRenegotiation = false,
        AllowTlsResume = false,
    };
#pragma warning restore CA5398

    /// <summary>Whether the other side's certificate, of a chain that holds, is one of the cluster: an authority that issues others too gives
    /// none of them entry.</summary>
    public static bool IsOfTheCluster(X509Certificate? other)
        => other is X509Certificate2 certificate && certificate.MatchesHostname(Name, allowWildcards: false, allowCommonName: false);

    // One policy per handshake: building a chain adds to it.
    private X509ChainPolicy Policy()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,

            // Who must not enter any more is kept out by another authority: the list of a closed network would be out of reach.
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(Roots);
        return policy;
    }
}
