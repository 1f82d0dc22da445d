using System.Buffers.Binary;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Google.Protobuf;
using Hub.Client.Connections;

namespace Hub.Faults.Wire;

/// <summary>An HTTP/2 client of few words that takes in whatever comes at once, and lets no more content come than its windows let through.</summary>
internal sealed class RawHttp2 : IAsyncDisposable
{
    /// <summary>The largest window there is.</summary>
    public const int Wide = int.MaxValue;

    private const int InitialOfConnection = 65_535;

    private static readonly byte[] Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray();
    private readonly TcpClient tcp = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Dictionary<ulong, TaskCompletionSource> pings = [];
    private readonly Lock turnOfContent = new();
    private readonly MemoryStream came = new();
    private readonly Action<byte[]>? heard;
    private SslStream? stream;
    private Task reading = Task.CompletedTask;
    private ulong lastPing;
    private int lastStream = -1;

    private RawHttp2(Action<byte[]>? heard) => this.heard = heard;

    /// <summary>Ends when the server has ended or reset a stream, or closed the connection.</summary>
    public TaskCompletionSource Over { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Bytes of content that have come, of all streams.</summary>
    public byte[] Content
    {
        get
        {
            lock (turnOfContent)
            {
                return came.ToArray();
            }
        }
    }

    /// <param name="port">Where on this machine.</param>
    /// <param name="authority">Whose authority is trusted, and who issued the key.</param>
    /// <param name="key">Name of the key.</param>
    /// <param name="window">How much content each stream lets through before it is opened further.</param>
    /// <param name="heard">Told of all content at once, on the thread that has read it.</param>
    /// <param name="stop">Ends the attempt.</param>
    public static async Task<RawHttp2> Connect(
        int port, CertificateAuthority authority, string key, int window = 0, Action<byte[]>? heard = null, CancellationToken stop = default)
    {
        var raw = new RawHttp2(heard);
        try
        {
            await raw.tcp.ConnectAsync("127.0.0.1", port, stop);
            raw.tcp.NoDelay = true;
            using var pem = X509Certificate2.CreateFromPemFile(authority.CertificateFile(key), authority.KeyFile(key));
            raw.stream = new SslStream(raw.tcp.GetStream());
            await raw.stream.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = "127.0.0.1",
                    ApplicationProtocols = [SslApplicationProtocol.Http2],
                    EnabledSslProtocols = SslProtocols.None,
                    ClientCertificateContext
                        = SslStreamCertificateContext.Create(X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null), null, offline: true),
                    CertificateChainPolicy = new X509ChainPolicy
                    {
                        TrustMode = X509ChainTrustMode.CustomRootTrust,
                        CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(authority.RootFile) },
                        RevocationMode = X509RevocationMode.NoCheck,
                    },
                },
                stop);
            await raw.stream.WriteAsync(Preface, stop);
            var initial = new byte[6];
            initial[1] = 4;
            BinaryPrimitives.WriteInt32BigEndian(initial.AsSpan(2), window);
            await raw.Frame(4, 0, 0, initial);
            await raw.Open(0, Wide - InitialOfConnection);
            raw.reading = raw.Read();
            await raw.Ping().WaitAsync(stop);
            return raw;
        }
        catch
        {
            await raw.DisposeAsync();
            throw;
        }
    }

    /// <summary>Calls and does not read the answer.</summary>
    public async Task Call(string path, IMessage request)
    {
        lastStream += 2;
        var headers = new MemoryStream();
        foreach (var (name, value) in new[]
        {
            (":method", "POST"), (":scheme", "https"), (":path", path), (":authority", "localhost"), ("content-type", "application/grpc"), ("te", "trailers"),
        })
        {
            headers.WriteByte(0);
            headers.WriteByte((byte)name.Length);
            headers.Write(Encoding.ASCII.GetBytes(name));
            headers.WriteByte((byte)value.Length);
            headers.Write(Encoding.ASCII.GetBytes(value));
        }

        await Frame(1, 4, lastStream, headers.ToArray());
        var message = request.ToByteArray();
        var framed = new byte[5 + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(framed.AsSpan(1), message.Length);
        message.CopyTo(framed, 5);
        await Frame(0, 1, lastStream, framed);
        await Ping();
    }

    /// <summary>Takes in whatever the server still holds, and waits until it had every chance to send it.</summary>
    public async Task OpenWindows()
    {
        try
        {
            for (var id = 1; id <= lastStream; id += 2)
            {
                await Open(id, 1 << 20);
            }

            for (var i = 0; i < 50; i++)
            {
                await Ping();
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The server has closed the connection; so it sends nothing.
        }
    }

    /// <summary>Lets so much more of the last call's answer come.</summary>
    public Task OpenLast(int bytes) => Open(lastStream, bytes);

    public async ValueTask DisposeAsync()
    {
        // A server that stands still takes in no farewell either.
        tcp.Close();
        await (stream?.DisposeAsync() ?? ValueTask.CompletedTask);
        tcp.Dispose();
        await reading;
        turn.Dispose();
        await came.DisposeAsync();
    }

    private async Task Open(int id, int bytes)
    {
        var more = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(more, bytes);
        await Frame(8, 0, id, more);
    }

    /// <summary>There and back: the server has seen all that was sent before.</summary>
    private async Task Ping()
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var payload = new byte[8];
        lock (pings)
        {
            BinaryPrimitives.WriteUInt64BigEndian(payload, ++lastPing);
            pings[lastPing] = answer;
        }

        await Frame(6, 0, 0, payload);
        await Task.WhenAny(answer.Task, reading);
        if (!answer.Task.IsCompleted)
        {
            throw new IOException("closed");
        }
    }

    private async Task Frame(byte type, byte flags, int id, byte[] payload)
    {
        var frame = new byte[9 + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(0), payload.Length << 8);
        (frame[3], frame[4]) = (type, flags);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), id);
        payload.CopyTo(frame, 9);
        await turn.WaitAsync();
        try
        {
            await stream!.WriteAsync(frame);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task Read()
    {
        var head = new byte[9];
        try
        {
            while (true)
            {
                await stream!.ReadExactlyAsync(head);
                var payload = new byte[BinaryPrimitives.ReadInt32BigEndian(head) >> 8 & 0xFF_FFFF];
                await stream!.ReadExactlyAsync(payload);
                switch (head[3])
                {
                    case 0:
                        heard?.Invoke(payload);
                        lock (turnOfContent)
                        {
                            came.Write(payload);
                        }

                        break;
                    case 1 when (head[4] & 1) == 1:
                    case 3 or 7:
                        Over.TrySetResult();
                        break;
                    case 4 when (head[4] & 1) == 0:
                        await Frame(4, 1, 0, []);
                        break;
                    case 6 when (head[4] & 1) == 1:
                        lock (pings)
                        {
                            pings[BinaryPrimitives.ReadUInt64BigEndian(payload)].TrySetResult();
                        }

                        break;
                    case 6:
                        await Frame(6, 1, 0, payload);
                        break;
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            Over.TrySetResult();
        }
    }
}
