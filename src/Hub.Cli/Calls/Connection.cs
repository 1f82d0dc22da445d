using System.CommandLine;
using System.Security.Cryptography;
using Hub.Client;
using Hub.Client.Connections;

namespace Hub.Cli.Calls;

/// <summary>A client made of what the command line says.</summary>
internal static class Connection
{
    public static HubClient Open(ParseResult parsed)
    {
        ConnectionOptions.Demand(parsed);
        return new HubClient(new HubClientOptions(Address(parsed), Certificates(parsed))
        {
            Agency = parsed.Given(ConnectionOptions.Agency),
            Practitioner = parsed.Given(ConnectionOptions.Practitioner),
            ActingFor = parsed.Given(ConnectionOptions.ActingFor),
        });
    }

    public static Uri Address(ParseResult parsed)
        => Uri.TryCreate(parsed.Given(ConnectionOptions.Hub), UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? address
            : throw new UsageException("--hub takes an address such as https://hub.example:8443.");

    private static HubCertificates Certificates(ParseResult parsed)
    {
        try
        {
            return HubCertificates.FromPemFiles(
                parsed.Given(ConnectionOptions.Certificate)!,
                parsed.Given(ConnectionOptions.Key)!,
                parsed.Given(ConnectionOptions.Authorities)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new UsageException($"Certificate, key or authorities cannot be read ({e.Message}); hub doctor says more.");
        }
    }
}
