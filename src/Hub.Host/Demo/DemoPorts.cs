using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Hub.Host.Demo;

/// <summary>Ports of this machine that nobody uses.</summary>
internal static class DemoPorts
{
    public static string FreeAddress() => $"127.0.0.1:{Free()}";

    // Below the ports that the system gives to outgoing connections: one of those could take it before whom it is for has started.
    public static int Free()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, RandomNumberGenerator.GetInt32(12000, 32000));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken; another one.
            }
        }
    }
}
