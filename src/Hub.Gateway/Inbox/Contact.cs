using System.Collections.Immutable;
using Hub.Contracts.Cluster;
using Hub.Gateway.Calls;

namespace Hub.Gateway.Inbox;

/// <summary>One silo as this gateway hears it. What the silo gave may be held for as long as its last answer says, counted from before it was
/// asked; after that it is over for good, and whoever wants to go on begins anew. Both clocks count: one of them may have stood still.</summary>
internal sealed class Contact(IDoor door, string gateway, TimeProvider time) : IDisposable
{
    /// <summary>How often it lets itself be heard.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    // Discarding takes two steps of a tenth of a second: it begins so much earlier.
    private static readonly TimeSpan ToDiscard = TimeSpan.FromMilliseconds(200);
    private readonly Lock turn = new();
    private readonly CancellationTokenSource over = new(Timeout.InfiniteTimeSpan, time);
    private readonly Dictionary<long, Action> held = [];
    private ImmutableArray<long> notHeld = [];
    private Deadline until;

    /// <summary>Ends when nothing of this silo may be held any more.</summary>
    public CancellationToken Over => over.Token;

    /// <summary>Whether what this silo gave may still go out. Once it may not, never again.</summary>
    public bool IsOpen
    {
        get
        {
            lock (turn)
            {
                return Holds();
            }
        }
    }

    /// <summary>Whether what was written before may still leave: as long as discarding it takes.</summary>
    public bool MayGo
    {
        get
        {
            lock (turn)
            {
                return !until.After(ToDiscard, time).HasPassed(time);
            }
        }
    }

    /// <summary>Lets itself be heard once. False when the silo does not answer in time.</summary>
    public async Task<bool> Beat()
    {
        var asked = Deadline.Now(time);
        try
        {
            var answer = await door.Beat(gateway, NotHeld()).WaitAsync(Every * 2, time);
            var abort = new List<Action>();
            lock (turn)
            {
                if (over.IsCancellationRequested || (until != default && !Holds()))
                {
                    return false;
                }

                var left = answer.Left - ToDiscard;
                var next = asked.After(left, time);
                until = next.IsLaterThan(until) ? next : until;
                over.CancelAfter(until.LeftBy(time));
                abort.AddRange(answer.MustAbort.Where(held.ContainsKey).Select(n => held[n]));
                notHeld = [.. answer.MustAbort.Where(n => !held.ContainsKey(n))];
            }

            abort.ForEach(a => a());
            return true;
        }
#pragma warning disable CA1031 // Whatever it was: a silo that does not answer is out of contact sooner or later.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    /// <summary>Goes on until the silo has not answered for too long.</summary>
    public async Task KeepUp(Action ended, CancellationToken stop)
    {
        using var ticks = new PeriodicTimer(Every, time);
        try
        {
            while (IsOpen && await ticks.WaitForNextTickAsync(stop))
            {
                // One that is late does not keep the next from being sent.
                _ = Beat();
            }
        }
        catch (OperationCanceledException)
        {
            // The gateway ends, and everything with it.
        }

        End();
        ended();
    }

    /// <summary>What to do when the silo calls one subscription back. To be said before anything of it is taken: of what is not held the silo is told
    /// so when it calls it back.</summary>
    public void Hold(long subscription, Action abort)
    {
        lock (turn)
        {
            held[subscription] = abort;
        }
    }

    public void LetGo(long subscription)
    {
        lock (turn)
        {
            held.Remove(subscription);
        }
    }

    public void Dispose() => over.Dispose();

    private ImmutableArray<long> NotHeld()
    {
        lock (turn)
        {
            return notHeld.RemoveAll(held.ContainsKey);
        }
    }

    private bool Holds()
    {
        if (!over.IsCancellationRequested && until.HasPassed(time))
        {
            // On another thread: whoever asks holds the turn, and those who wait for this have much to do.
            _ = over.CancelAsync();
        }

        return !over.IsCancellationRequested;
    }

    private void End()
    {
        lock (turn)
        {
            if (!over.IsCancellationRequested)
            {
                _ = over.CancelAsync();
            }
        }
    }
}
