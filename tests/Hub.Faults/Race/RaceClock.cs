using System.Collections.Concurrent;
using System.Diagnostics;
using Hub.Faults.Load;

namespace Hub.Faults.Race;

/// <summary>The one clock of all clients and of the checker, in microseconds since the race began. The ledger's own times are put beside it by the
/// wall clock, which is that of the same machine.</summary>
internal sealed class RaceClock
{
    private const long Often = 10_000;
    private readonly long start = Stopwatch.GetTimestamp();
    private readonly long wall = (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private readonly ConcurrentQueue<(long At, long Late)> lags = new();

    public long Now => (long)Stopwatch.GetElapsedTime(start).TotalMicroseconds;

    /// <summary>How late a thread of this process was at most that had something to do then, in microseconds.</summary>
    public long Lag(long from, long to) => lags.Where(l => l.At >= from && l.At - l.Late <= to).Select(l => l.Late).DefaultIfEmpty().Max();

    /// <summary>Looks all the time how late threads are.</summary>
    public async Task Watch(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var due = Now + Often;
            await Pause.For(TimeSpan.FromMicroseconds(Often), TimeProvider.System);
            if (Now - due > Often)
            {
                lags.Enqueue((Now, Now - due));
            }
        }
    }

    /// <summary>When it was by this clock that a wall showed so many microseconds since 1970.</summary>
    public long OfWall(long microseconds) => microseconds - wall;
}
