using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Hub.Silo.Tests.Owners;

/// <summary>Ports below those that the system gives to outgoing connections: none of the tests' own connections can take them.</summary>
internal static class FreePort
{
    private const int First = 12_000;
    private const int Count = 8_000;
    private static int last = RandomNumberGenerator.GetInt32(Count);

    public static int Next()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref last) % Count);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Another process has it.
            }
        }
    }
}
