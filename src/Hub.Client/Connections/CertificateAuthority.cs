using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Hub.Client.Connections;

/// <summary>A small certificate authority in a folder, for trying the hub out and for closed networks that have none: <c>ca.crt</c>,
/// <c>ca.key</c> and a pair of PEM files for each certificate it issues. ECDSA P-256.</summary>
public sealed class CertificateAuthority
{
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";
    private const string ClientUse = "1.3.6.1.5.5.7.3.2";
    private const string ClusterName = "hub-cluster";
    private readonly string folder;
    private readonly TimeProvider time;

    private CertificateAuthority(string folder, TimeProvider time) => (this.folder, this.time) = (folder, time);

    /// <summary>PEM file of the root: what the other side is given to trust.</summary>
    public string RootFile => CertificateFile("ca");

    /// <summary>Opens the authority of a folder, making it first when there is none. Keys are readable by their owner only.</summary>
    public static CertificateAuthority OpenOrCreate(string folder, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        Directory.CreateDirectory(folder);
        var authority = new CertificateAuthority(folder, time ?? TimeProvider.System);
        if (!File.Exists(authority.RootFile))
        {
            authority.MakeRoot();
        }

        return authority;
    }

    /// <summary>PEM file of a certificate that this authority issued.</summary>
    public string CertificateFile(string name) => Path.Combine(folder, $"{name}.crt");

    /// <summary>PEM file of its private key.</summary>
    public string KeyFile(string name) => Path.Combine(folder, $"{name}.key");

    /// <summary>Issues a certificate for the hub's own port, good for a year. Throws <see cref="IOException"/> when the key's file exists.</summary>
    /// <param name="name">File name without ending.</param>
    /// <param name="hosts">Host names and addresses that clients will call it by.</param>
    public void IssueServer(string name, params IReadOnlyList<string> hosts)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts)
        {
            if (IPAddress.TryParse(host, out var address))
            {
                names.AddIpAddress(address);
            }
            else
            {
                names.AddDnsName(host);
            }
        }

        Issue(name, names.Build(), ServerUse);
    }

    /// <summary>Issues a certificate for an agency's system, good for a year. Throws <see cref="IOException"/> when the key's file exists.</summary>
    /// <param name="name">File name without ending; also the subject.</param>
    public void IssueClient(string name) => Issue(name, null, ClientUse);

    /// <summary>Issues a certificate for one process of the hub's own cluster, good for a year. The authority must issue nothing else: whoever
    /// holds such a certificate is the hub. Throws <see cref="IOException"/> when the key's file exists.</summary>
    /// <param name="name">File name without ending; also the subject.</param>
    public void IssueNode(string name)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(ClusterName);
        Issue(name, names.Build(), ServerUse, ClientUse);
    }

    /// <summary>What the hub registers a connection by: SHA-256 of the certificate's public key, 64 lower-case hex digits.</summary>
    public string Fingerprint(string name)
    {
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(CertificateFile(name));
        return FingerprintOf(certificate);
    }

    /// <summary>The same for any certificate.</summary>
    public static string FingerprintOf(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return Convert.ToHexStringLower(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));
    }

    private void MakeRoot()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=hub private authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var now = time.GetUtcNow();
        using var root = request.CreateSelfSigned(now.AddHours(-1), now.AddYears(10));
        Write("ca", root.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    private void Issue(string name, X509Extension? names, params IEnumerable<string> uses)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') || name[0] == '.')
        {
            throw new ArgumentException("a certificate's name is letters, digits, hyphens, dots", nameof(name));
        }

        if (File.Exists(KeyFile(name)))
        {
            throw new IOException($"{KeyFile(name)} exists; a key in use is never written over");
        }

        using var root = X509Certificate2.CreateFromPemFile(RootFile, KeyFile("ca"));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(new X500DistinguishedName($"CN={name}"), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([.. uses.Select(u => new Oid(u))], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(root, true, false));
        if (names is not null)
        {
            request.CertificateExtensions.Add(names);
        }

        var now = time.GetUtcNow();
        using var issued = request.Create(root, now.AddHours(-1), now.AddYears(1), RandomNumberGenerator.GetBytes(16));
        Write(name, issued.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    private void Write(string name, string certificate, string key)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(KeyFile(name), options))
        {
            writer.WriteLine(key);
        }

        File.WriteAllText(CertificateFile(name), certificate + "\n");
    }
}
