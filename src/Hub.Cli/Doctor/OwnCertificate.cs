using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hub.Cli.Calls;
using Hub.Client.Connections;

namespace Hub.Cli.Doctor;

/// <summary>The files that the agency proves itself with, and those it trusts.</summary>
internal sealed class OwnCertificate(X509Certificate2 own, X509Certificate2Collection intermediates, X509Certificate2Collection authorities)
{
    private const string ClientUse = "1.3.6.1.5.5.7.3.2";
    private static readonly TimeSpan SoonOver = TimeSpan.FromDays(30);

    public X509Certificate2 Own => own;

    public string Fingerprint => CertificateAuthority.FingerprintOf(own);

    /// <summary>The files, or what keeps them from being read.</summary>
    public static (OwnCertificate? Files, Finding Finding) Read(ParseResult parsed)
    {
        var file = "";
        try
        {
            ConnectionOptions.Demand(parsed);
            X509Certificate2Collection roots = [];
            roots.ImportFromPemFile(file = parsed.Given(ConnectionOptions.Authorities)!);
            if (roots.Count == 0)
            {
                return (null, new Finding("files", Verdict.Bad, $"{file} holds no certificate", "Ask the hub's operator for the PEM file of the roots."));
            }

            X509Certificate2Collection chain = [];
            chain.ImportFromPemFile(file = parsed.Given(ConnectionOptions.Certificate)!);
            var own = X509Certificate2.CreateFromPemFile(file, parsed.Given(ConnectionOptions.Key)!);
            var files = new OwnCertificate(own, [.. chain.Skip(1)], roots);
            return (files, new Finding("files", Verdict.Good, $"certificate and key belong together, fingerprint {files.Fingerprint}"));
        }
        catch (UsageException e)
        {
            return (null, new Finding("files", Verdict.Bad, e.Message, "Give these options, or set the variables."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return (null, new Finding("files", Verdict.Bad, $"{file}: {e.Message}", "Certificate, key and authorities are PEM files; the key must be the certificate's."));
        }
    }

    /// <summary>Only what leads to the authorities given, as the client itself checks the hub.</summary>
    public X509ChainPolicy Policy()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,

            // A closed network reaches no revocation list.
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }

    public IEnumerable<Finding> Look(DateTimeOffset now)
    {
        yield return Dates(now);
        yield return Use();
        yield return Chain();
    }

    private Finding Dates(DateTimeOffset now)
    {
        var (from, until) = (new DateTimeOffset(own.NotBefore), new DateTimeOffset(own.NotAfter));
        var said = $"good from {from.UtcDateTime:u} to {until.UtcDateTime:u}";
        return now < from ? new Finding("dates", Verdict.Bad, said, "The certificate is not good yet: look at this machine's clock.")
            : now > until ? new Finding("dates", Verdict.Bad, said, "The certificate has run out: have it renewed over the same key, then the hub goes on knowing it.")
            : now > until - SoonOver ? new Finding("dates", Verdict.Unsure, said, "It runs out soon: have it renewed over the same key.")
            : new Finding("dates", Verdict.Good, said);
    }

    private Finding Use()
    {
        var uses = own.Extensions.OfType<X509EnhancedKeyUsageExtension>().SelectMany(e => e.EnhancedKeyUsages.Cast<Oid>()).Select(o => o.Value).ToList();
        return uses.Count == 0 || uses.Contains(ClientUse)
            ? new Finding("use", Verdict.Good, "made for clients")
            : new Finding("use", Verdict.Bad, "not made for clients", "Have a certificate issued whose extended key usage holds client authentication.");
    }

    private Finding Chain()
    {
        using var chain = new X509Chain { ChainPolicy = Policy() };
        chain.ChainPolicy.ExtraStore.AddRange(intermediates);
        return chain.Build(own)
            ? new Finding("chain", Verdict.Good, $"leads to {chain.ChainElements[^1].Certificate.Subject}")
            : new Finding(
                "chain",
                Verdict.Unsure,
                $"does not lead to the authorities given ({chain.ChainStatus.FirstOrDefault().Status})",
                "Right only when agencies' certificates come from another authority than the hub's; else use the authorities file of the hub's operator.");
    }
}
