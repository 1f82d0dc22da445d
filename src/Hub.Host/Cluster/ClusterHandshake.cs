using System.IO.Pipelines;
using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Connections;
using Orleans.Runtime.Messaging;

namespace Hub.Host.Cluster;

/// <summary>Mutual TLS on a connection between two processes of the cluster. Without it not a byte reaches Orleans.</summary>
internal sealed class ClusterHandshake(ClusterCertificates certificates, ClusterDoorLog log, bool isInbound, Action? ended = null) : IConnectionMiddleware
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task OnConnectionAsync(ConnectionContext context, ConnectionDelegate next)
    {
        var plain = context.Transport;
        await using var tls = new SslStream(new TransportStream(plain), leaveInnerStreamOpen: false);
        if (await Refusal(tls, context.ConnectionClosed) is { } reason)
        {
            Tell(reason);
            context.Abort(new ConnectionAbortedException("no mutual TLS of the cluster"));
            return;
        }

        var guarded = new Guarded(PipeReader.Create(tls, new(leaveOpen: true)), PipeWriter.Create(tls, new(leaveOpen: true)));
        context.Transport = guarded;
        try
        {
            await next(context);
        }
        finally
        {
            ended?.Invoke();
            context.Transport = plain;
            await guarded.Input.CompleteAsync();
            await End(guarded.Output);
        }
    }

    // What is left to send has nowhere to go once the other side has gone.
    private static async Task End(PipeWriter output)
    {
        try
        {
            await output.CompleteAsync();
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or OperationCanceledException)
        {
            // The connection has ended, and Orleans has been told so.
        }
    }

    private async Task<string?> Refusal(SslStream tls, CancellationToken closed)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(closed);
        patience.CancelAfter(Patience);
        try
        {
            var proof = certificates.Present();
            await (isInbound
                ? tls.AuthenticateAsServerAsync(proof.Inbound(), patience.Token)
                : tls.AuthenticateAsClientAsync(proof.Outbound(), patience.Token));
            return ClusterProof.IsOfTheCluster(tls.RemoteCertificate) ? null : "its certificate is not one of the cluster's";
        }
        catch (AuthenticationException refused)
        {
            return refused.Message;
        }
        catch (OperationCanceledException)
        {
            return "the handshake took too long or was given up";
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // Their words may hold an address.
            return "the connection ended before the handshake did";
        }
    }

    private void Tell(string reason)
    {
        if (isInbound)
        {
            log.Refused(reason);
        }
        else
        {
            log.NotLetIn(reason);
        }
    }

    private sealed record Guarded(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
