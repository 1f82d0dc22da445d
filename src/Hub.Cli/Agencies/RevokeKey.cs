using System.CommandLine;
using Hub.Agencies.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Agencies;

/// <summary><c>hub agencies revoke</c>.</summary>
internal static class RevokeKey
{
    private static readonly Argument<string> Fingerprint = new("fingerprint") { Description = "SHA-256 of the certificate's public key, as hub certs and hub doctor show it." };

    public static Command Create() => HubCommand.Write(
        new Command("revoke", "Take a key's right to call away for good.") { Said.Agency, Fingerprint },
        call => call.Hub.Agencies.RevokeConnectionAsync(
            new RevokeConnectionRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                AgencyId = call.Of(Said.Agency),
                KeyFingerprint = call.Of(Fingerprint),
            },
            call.Options));
}
