using System.Collections.Concurrent;

namespace Hub.Silo.Cluster;

/// <summary>When each gateway was last heard. What a gateway was given it discards by itself once it is not answered any more, so that it holds
/// nothing once it has not been heard for long enough. No clock of one machine is compared with that of another.</summary>
internal sealed class Gateways(TimeProvider time)
{
    /// <summary>How long a gateway may hold something without an answer, counted from before it asked.</summary>
    public static readonly TimeSpan Trusted = TimeSpan.FromSeconds(2);

    /// <summary>The same as a silo counts it: from when the question came, and a tenth more for a clock that runs slower.</summary>
    public static readonly TimeSpan Over = Trusted * 1.1;
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, long> heard = new(StringComparer.Ordinal);

    public void Hear(string gateway)
    {
        if (!heard.ContainsKey(gateway))
        {
            foreach (var old in heard.Where(h => time.GetElapsedTime(h.Value) > Forgotten))
            {
                heard.TryRemove(old);
            }
        }

        heard[gateway] = time.GetTimestamp();
    }

    /// <summary>How long it may still hold something; zero for one that was never heard.</summary>
    public TimeSpan Left(string gateway)
    {
        var left = heard.TryGetValue(gateway, out var at) ? Over - time.GetElapsedTime(at) : TimeSpan.Zero;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
