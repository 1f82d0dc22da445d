using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Hub.Cli.Doctor;

/// <summary>The way to the hub, up to where gRPC begins.</summary>
internal static class Handshake
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<IReadOnlyList<Finding>> Try(Uri address, OwnCertificate files, CancellationToken stop)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        enough.CancelAfter(Patience);
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, enough.Token);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            return [new Finding("address", Verdict.Bad, $"{address.Authority}: {Cause(e)}", "Look at the address and port, at name resolution and at firewalls on the way.")];
        }

        var reached = new Finding("address", Verdict.Good, $"{address.Authority} answers");
        return [reached, await Tls(socket, address, files, enough.Token)];
    }

    private static async Task<Finding> Tls(TcpClient socket, Uri address, OwnCertificate files, CancellationToken stop)
    {
        var wrong = SslPolicyErrors.None;
        X509ChainStatusFlags why = default;
        await using var tls = new SslStream(socket.GetStream());
        try
        {
            await tls.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = address.Host,
                    ApplicationProtocols = [SslApplicationProtocol.Http2],
                    ClientCertificates = [files.Own],
                    CertificateChainPolicy = files.Policy(),
                    RemoteCertificateValidationCallback = (_, _, chain, errors) =>
                    {
                        (wrong, why) = (errors, chain?.ChainStatus.Aggregate(default(X509ChainStatusFlags), (all, s) => all | s.Status) ?? default);
                        return errors == SslPolicyErrors.None;
                    },
                },
                stop);
            var until = ((X509Certificate2)tls.RemoteCertificate!).NotAfter.ToUniversalTime();
            return new Finding("tls", Verdict.Good, $"{tls.SslProtocol}, the hub's certificate is good until {until:u}");
        }
        catch (Exception e) when (e is AuthenticationException or IOException or OperationCanceledException)
        {
            return wrong.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
                ? new Finding("tls", Verdict.Bad, $"the hub's certificate is not made for {address.Host}", "Call the hub by a name that stands in its certificate.")
                : wrong != SslPolicyErrors.None
                ? new Finding("tls", Verdict.Bad, $"the hub's certificate does not lead to the authorities given ({why})", "Get the authorities file from the hub's operator; if it is the right one, something stands between you and the hub.")
                : new Finding("tls", Verdict.Bad, Cause(e), "The hub broke the handshake off: it may not trust the authority of your certificate, or no hub listens there.");
        }
    }

    private static string Cause(Exception e) => e is OperationCanceledException ? "no answer in ten seconds" : e.Message;
}
