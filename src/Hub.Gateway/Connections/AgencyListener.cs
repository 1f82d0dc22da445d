using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using Hub.Gateway.Errors;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Hub.Gateway.Connections;

/// <summary>The port that agencies call.</summary>
public static class AgencyListener
{
    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Listens for gRPC over HTTP/2 with mutual TLS 1.2 or later. A client without a certificate, or with one that no given
    /// authority issued for client use, does not get through the handshake. The body limit goes for all ports of the server.</summary>
    public static void ListenHubGateway(this KestrelServerOptions kestrel, IPEndPoint endpoint, GatewayCertificates certificates)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MessageLimit.RequestBody;

        // Less than the body limit comes in before anybody reads, so that the size a message says of itself is seen first.
        kestrel.Limits.Http2.InitialStreamWindowSize = MessageLimit.Message;
        kestrel.Listen(endpoint, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            listen.UseHttps(new TlsHandshakeCallbackOptions
            {
                HandshakeTimeout = HandshakeTimeout,
                OnConnection = _ => ValueTask.FromResult(Handshake(certificates)),
            });
            listen.Use(next => connection =>
            {
                if (connection.Features.Get<ITlsConnectionFeature>()?.ClientCertificate is { } certificate)
                {
                    connection.Features.Set(ProvenKey.Of(certificate));
                }

                GuardedOutput.Guard(connection);
                return next(connection);
            });
        });
    }

    private static SslServerAuthenticationOptions Handshake(GatewayCertificates certificates) => new()
    {
        ServerCertificateContext = certificates.Own,
        ClientCertificateRequired = true,
        CertificateChainPolicy = certificates.AgencyPolicy(),
        ApplicationProtocols = [SslApplicationProtocol.Http2],

        // CA5398: naming the versions is the point; the machine's default may allow older ones.
#pragma warning disable CA5398
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
#pragma warning restore CA5398
        AllowRenegotiation = false,
    };
}
