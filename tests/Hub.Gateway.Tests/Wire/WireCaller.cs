using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;

namespace Hub.Gateway.Tests.Wire;

/// <summary>A caller that says bytes and hears bytes: HTTP/2 over mutual TLS, without a gRPC library in between.</summary>
internal sealed class WireCaller(Uri address, SslClientAuthenticationOptions tls, string? agency = null, string? practitioner = null) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { SslOptions = tls, UseProxy = false }, disposeHandler: true)
    {
        BaseAddress = address,
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    public static WireCaller For(RunningHub hub, string key, string? agency = null, string? practitioner = null)
        => new(hub.Address, Tls(hub, X509Certificate2.CreateFromPemFile(hub.Authority.CertificateFile(key), hub.Authority.KeyFile(key))), agency, practitioner);

    public static SslClientAuthenticationOptions Tls(RunningHub hub, X509Certificate2? own)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(hub.Authority.RootFile);
        return new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = policy,
            ClientCertificateContext = own is null ? null : SslStreamCertificateContext.Create(own, [], offline: true),
        };
    }

    public Task<WireAnswer> Call(string method, IMessage message) => Call(method, message.ToByteArray());

    public Task<WireAnswer> Call(string method, byte[] message) => Send(method, Frame(message, message.Length));

    /// <summary>A gRPC frame that says of itself to be so long.</summary>
    public static byte[] Frame(byte[] message, int length, byte compressed = 0)
    {
        var frame = new byte[5 + message.Length];
        frame[0] = compressed;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), length);
        message.CopyTo(frame, 5);
        return frame;
    }

    public async Task<WireAnswer> Send(string method, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{method}") { Version = HttpVersion.Version20, Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        Name(request, "hub-agency", agency);
        Name(request, "hub-practitioner", practitioner);
        return await Send(request);
    }

    /// <summary>A plain GET that names this host.</summary>
    public async Task<WireAnswer> Ask(string path, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/{path}") { Version = HttpVersion.Version20 };
        request.Headers.Host = host;
        return await Send(request);
    }

    public void Dispose() => http.Dispose();

    private async Task<WireAnswer> Send(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        return new WireAnswer(
            (int)response.StatusCode, Lines(response.Headers.NonValidated).Concat(Lines(response.Content.Headers.NonValidated)).ToList(), bytes, [.. Lines(response.TrailingHeaders.NonValidated)]);
    }

    private static void Name(HttpRequestMessage request, string key, string? value)
    {
        if (value is not null)
        {
            request.Headers.Add(key, value);
        }
    }

    private static IEnumerable<(string, string)> Lines(HttpHeadersNonValidated headers) => headers.Select(h => (h.Key, string.Join(',', h.Value)));
}
