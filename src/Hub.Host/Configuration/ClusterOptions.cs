namespace Hub.Host.Configuration;

/// <summary>What makes several processes one hub, on PostgreSQL. Without a certificate a process is alone.</summary>
public sealed class ClusterOptions
{
    /// <summary>PEM file: this process's certificate of the cluster's own authority, then its intermediates.</summary>
    public string CertificateFile { get; set; } = "";

    /// <summary>PEM file: the certificate's private key.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>PEM file: the roots of the cluster's own authority. None of them may issue agencies' certificates.</summary>
    public string AuthoritiesFile { get; set; } = "";

    /// <summary>Npgsql connection string under the gateway's role, which reads where silos listen and nothing else. Only role gateway
    /// uses it.</summary>
    public string Membership { get; set; } = "";

    internal bool IsAsked => CertificateFile.Length > 0 || KeyFile.Length > 0 || AuthoritiesFile.Length > 0;
}
