using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Hub.Client.Connections;

/// <summary>An agency's certificate with its private key, and the roots that the hub's certificate must lead to. The machine's own
/// store is not asked.</summary>
public sealed class HubCertificates
{
    private readonly SslStreamCertificateContext own;
    private readonly X509Certificate2Collection authorities;

    /// <summary>Takes certificates that are loaded already; they must stay undisposed as long as a client uses them.</summary>
    /// <param name="own">The agency's certificate with its private key, for client use.</param>
    /// <param name="intermediates">Certificates between it and its root, sent along; may be empty.</param>
    /// <param name="authorities">Roots of the hub's certificate; at least one.</param>
    public HubCertificates(X509Certificate2 own, X509Certificate2Collection intermediates, X509Certificate2Collection authorities)
    {
        ArgumentNullException.ThrowIfNull(authorities);
        if (authorities.Count == 0)
        {
            throw new ArgumentException("without an authority no hub could be trusted", nameof(authorities));
        }

        this.own = SslStreamCertificateContext.Create(own, intermediates, offline: true);
        this.authorities = authorities;
    }

    /// <summary>Reads PEM files: the certificate followed by its intermediates, its key, and the hub's roots.</summary>
    public static HubCertificates FromPemFiles(string certificateFile, string keyFile, string authoritiesFile)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(certificateFile);

        var keyed = X509Certificate2.CreateFromPemFile(certificateFile, keyFile);
        return new HubCertificates(keyed, [.. chain.Skip(1)], Roots(authoritiesFile));
    }

    /// <summary>Reads a PKCS #12 file with certificate, key and intermediates, and the hub's roots from a PEM file.</summary>
    public static HubCertificates FromPfxFile(string pfxFile, string? password, string authoritiesFile)
    {
        var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(pfxFile, password);
        var keyed = all.FirstOrDefault(c => c.HasPrivateKey) ?? throw new ArgumentException("holds no private key", nameof(pfxFile));
        return new HubCertificates(keyed, [.. all.Where(c => !c.HasPrivateKey)], Roots(authoritiesFile));
    }

    // CA5398: naming the versions is the point; the machine's default may allow older ones.
#pragma warning disable CA5398
    internal SocketsHttpHandler CreateHandler() => new()
    {
        EnableMultipleHttp2Connections = true,
        KeepAlivePingDelay = TimeSpan.FromSeconds(30),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
        UseProxy = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            ClientCertificateContext = own,
            CertificateChainPolicy = HubPolicy(),
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        },
    };
#pragma warning restore CA5398

    private static X509Certificate2Collection Roots(string file)
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(file);
        return roots;
    }

    private X509ChainPolicy HubPolicy()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,

            // The hub's authority is a private one; a closed network reaches no revocation list.
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }
}
