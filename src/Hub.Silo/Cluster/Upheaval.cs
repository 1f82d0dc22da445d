namespace Hub.Silo.Cluster;

/// <summary>The seconds after a silo has gone. It takes a part of Orleans' directory with it, and whoever was listed there is put up anew, but only
/// once no call to it is running; until then all its other calls wait. So whatever waits long is to answer soon, and to be asked again.</summary>
internal sealed class Upheaval : ISiloStatusListener, IDisposable
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(400);
    private readonly TimeProvider time;
    private readonly CancellationToken stopping;
    private readonly Lock turn = new();
    private CancellationTokenSource next;
    private long? began;

    /// <param name="oracle">Tells which silos go.</param>
    /// <param name="time">Counts the seconds.</param>
    /// <param name="stopping">Ends when this silo is told to stop.</param>
    public Upheaval(ISiloStatusOracle oracle, TimeProvider time, CancellationToken stopping)
    {
        (this.time, this.stopping) = (time, stopping);
        next = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        oracle.SubscribeToSiloStatusEvents(this);
    }

    public bool IsOn
    {
        get
        {
            lock (turn)
            {
                return began is { } at && time.GetElapsedTime(at) < Lasts;
            }
        }
    }

    /// <summary>Ends with the next silo that goes, or with this one.</summary>
    public CancellationToken Next
    {
        get
        {
            lock (turn)
            {
                return next.Token;
            }
        }
    }

    /// <summary>How long somebody may wait now who would wait for so long.</summary>
    public TimeSpan Limit(TimeSpan patience) => IsOn && Short < patience ? Short : patience;

    public void SiloStatusChangeNotification(SiloAddress updatedSilo, SiloStatus status)
    {
        if (!status.IsTerminating())
        {
            return;
        }

        CancellationTokenSource over;
        lock (turn)
        {
            began = time.GetTimestamp();
            (over, next) = (next, CancellationTokenSource.CreateLinkedTokenSource(stopping));
        }

        over.Cancel();
        over.Dispose();
    }

    public void Dispose() => next.Dispose();
}
