using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Hub.Silo.Tests.Journal;

/// <summary>The network between a lane and its server, which a test can make deaf or cut.</summary>
internal sealed class PostgresWire : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<(Socket Client, Socket Server)> links = new();
    private readonly NpgsqlConnectionStringBuilder server;
    private readonly Task accepting;
    private volatile bool deaf;
    private volatile bool closed;

    public PostgresWire(string connectionString)
    {
        server = new NpgsqlConnectionStringBuilder(connectionString);
        listener.Start();
        accepting = Accept();
    }

    public string ConnectionString => new NpgsqlConnectionStringBuilder(server.ConnectionString)
    {
        Host = "127.0.0.1",
        Port = ((IPEndPoint)listener.LocalEndpoint).Port,
        SslMode = SslMode.Disable,
    }.ConnectionString;

    /// <summary>What the server says from now on never arrives.</summary>
    public void Deafen() => deaf = true;

    /// <summary>Clients lose their connections; the server is not told. New ones are let through, or refused.</summary>
    public void Cut(bool andStay = false)
    {
        closed = andStay;
        foreach (var (client, _) in links)
        {
            client.Close();
        }

        deaf = false;
    }

    public void Mend() => closed = false;

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await accepting;
        foreach (var (client, upstream) in links)
        {
            client.Dispose();
            upstream.Dispose();
        }
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptSocketAsync();
                if (closed)
                {
                    client.Dispose();
                    continue;
                }

                // CA2025: the links own both sockets; a pump ends when its sockets are closed.
#pragma warning disable CA2025
                var upstream = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await upstream.ConnectAsync(server.Host!, server.Port);
                links.Enqueue((client, upstream));
                _ = Pump(client, upstream, () => true);
                _ = Pump(upstream, client, () => !deaf);
#pragma warning restore CA2025
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private static async Task Pump(Socket from, Socket to, Func<bool> passes)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var n)
            {
                if (passes())
                {
                    await to.SendAsync(buffer.AsMemory(0, n));
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }
}
