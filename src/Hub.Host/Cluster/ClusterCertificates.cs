using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hub.Host.Configuration;

namespace Hub.Host.Cluster;

/// <summary>A process's own certificate of the cluster and the cluster's roots. Files that changed are read again for the next connection; what
/// cannot be read leaves the last good ones in use.</summary>
internal sealed class ClusterCertificates(ClusterOptions files, ClusterDoorLog log)
{
    private readonly Lock turn = new();
    private Held held = Read(files, Stamp(files));

    /// <summary>What to prove and whom to trust on a connection that begins now.</summary>
    public ClusterProof Present()
    {
        lock (turn)
        {
            var stamp = Stamp(files);
            if (stamp != held.Stamp)
            {
                try
                {
                    held = Read(files, stamp);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException or SettingsException)
                {
                    // Perhaps one file of three is there already: the next connection looks again.
                    log.Unreadable();
                }
            }

            return held.Proof;
        }
    }

    private static Held Read(ClusterOptions files, (DateTime, DateTime, DateTime) stamp)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(files.CertificateFile);
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(files.AuthoritiesFile);
        if (roots.Count == 0)
        {
            throw new SettingsException("Hub:Cluster:AuthoritiesFile holds no certificate");
        }

        // Offline: a handshake must never make the hub call an address that stands in a certificate.
        var own = X509Certificate2.CreateFromPemFile(files.CertificateFile, files.KeyFile);
        return new Held(stamp, new ClusterProof(SslStreamCertificateContext.Create(own, [.. chain.Skip(1)], offline: true), roots));
    }

    private static (DateTime, DateTime, DateTime) Stamp(ClusterOptions files)
        => (File.GetLastWriteTimeUtc(files.CertificateFile), File.GetLastWriteTimeUtc(files.KeyFile), File.GetLastWriteTimeUtc(files.AuthoritiesFile));

    private sealed record Held((DateTime, DateTime, DateTime) Stamp, ClusterProof Proof);
}
