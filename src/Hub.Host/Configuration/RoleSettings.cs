using System.Security.Cryptography.X509Certificates;
using Hub.Silo;

namespace Hub.Host.Configuration;

/// <summary>Which roles which settings allow.</summary>
internal static class RoleSettings
{
    /// <summary>Throws <see cref="SettingsException"/> with one sentence that names the setting.</summary>
    public static void Require(HubRole role, HubOptions options)
    {
        var (cluster, word) = (options.Cluster, role.ToString().ToLowerInvariant());
        if (role == HubRole.All && !cluster.IsAsked)
        {
            return;
        }

        foreach (var (key, value) in Files(cluster).Where(f => f.Value.Length == 0))
        {
            throw new SettingsException($"{key} is not set: role {word} works in a cluster, whose ports take certificates only");
        }

        if (role == HubRole.Gateway && cluster.Membership.Length == 0)
        {
            throw new SettingsException("Hub:Cluster:Membership is not set: role gateway finds its silos by it");
        }

        if (role != HubRole.Gateway && options.Silo.Store.Kind != StoreKind.Postgres)
        {
            throw new SettingsException("Hub:Silo:Store:Kind must be Postgres in a cluster: the embedded store is for one process, without Hub:Cluster");
        }

        if (role != HubRole.Silo && Roots(cluster.AuthoritiesFile).Overlaps(Roots(options.Gateway.AuthoritiesFile)))
        {
            throw new SettingsException("Hub:Cluster:AuthoritiesFile and Hub:Gateway:AuthoritiesFile share a root: an agency could become a silo");
        }
    }

    private static IEnumerable<(string Key, string Value)> Files(ClusterOptions cluster) =>
    [
        ("Hub:Cluster:CertificateFile", cluster.CertificateFile),
        ("Hub:Cluster:KeyFile", cluster.KeyFile),
        ("Hub:Cluster:AuthoritiesFile", cluster.AuthoritiesFile),
    ];

    // By key: a root that was issued again over the same key is the same authority.
    private static HashSet<string> Roots(string file)
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(file);
        return [.. roots.Select(r => Convert.ToHexString(r.PublicKey.ExportSubjectPublicKeyInfo()))];
    }
}
