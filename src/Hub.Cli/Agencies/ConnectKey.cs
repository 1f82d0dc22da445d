using System.CommandLine;
using Hub.Agencies.V1;
using Hub.Cli.Calls;

namespace Hub.Cli.Agencies;

/// <summary><c>hub agencies connect</c>.</summary>
internal static class ConnectKey
{
    private static readonly Argument<string> Fingerprint = new("fingerprint") { Description = "SHA-256 of the certificate's public key, as hub certs and hub doctor show it." };

    public static Command Create() => HubCommand.Write(
        new Command("connect", "Let a key call for an agency; the registrar only.") { Said.Agency, Fingerprint },
        call => call.Hub.Agencies.RegisterConnectionAsync(
            new RegisterConnectionRequest
            {
                RequestId = call.RequestId,
                ValidateOnly = call.ValidateOnly,
                AgencyId = call.Of(Said.Agency),
                KeyFingerprint = call.Of(Fingerprint),
            },
            call.Options));
}
