using System.Diagnostics;

namespace Hub.Faults.Race;

/// <summary>The one clock of all clients and of the checker, in microseconds since the race began. The ledger's own times are put beside it by the
/// wall clock, which is that of the same machine.</summary>
internal sealed class RaceClock
{
    private readonly long start = Stopwatch.GetTimestamp();
    private readonly long wall = (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    public long Now => (long)Stopwatch.GetElapsedTime(start).TotalMicroseconds;

    /// <summary>When it was by this clock that a wall showed so many microseconds since 1970.</summary>
    public long OfWall(long microseconds) => microseconds - wall;
}
