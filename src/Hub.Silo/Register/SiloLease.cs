using Hub.Silo.Journal;
using Microsoft.Extensions.Hosting;

namespace Hub.Silo.Register;

/// <summary>Whether this silo may show anything at all. Renewed every second for three; a silo that cannot reach the database, was suspended
/// or cut off finds itself without. Reckoned from before the renewal was sent, by both clocks, whichever is further, less a tenth.</summary>
/// <param name="renew">Renews it, and has taken in all that was committed before.</param>
/// <param name="settle">Waits until nothing under way rests on anything that was narrowed before; false when that cannot be confirmed.</param>
/// <param name="time">Both clocks.</param>
/// <param name="log">What operators hear.</param>
internal sealed class SiloLease(Func<TimeSpan, CancellationToken, ValueTask<LeaseGrant>> renew, Func<Task<bool>> settle, TimeProvider time, SiloLeaseLog log)
    : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Trusted = Length * 0.9;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource stopping = new();
    private Held? held;
    private Held? settled;
    private Task renewing = Task.CompletedTask;
    private bool lost;
    private bool disposed;

    public bool IsValid => Left > TimeSpan.Zero;

    /// <summary>What is left of it; zero when there is none.</summary>
    public TimeSpan Left => LeftOf(Volatile.Read(ref held));

    /// <summary>What is left of the last one by whose narrowings nothing is under way any more. Gateways may hold what this silo gave for so long: were
    /// it longer, something could be under way that this silo was not told of in time.</summary>
    public TimeSpan Settled => LeftOf(Volatile.Read(ref settled));

    /// <summary>Before anything else starts: the first renewal. Without it the silo starts silent, and goes on trying.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await Renew();
        renewing = Task.Run(KeepRenewing, CancellationToken.None);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>After all else has stopped.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await renewing;
        Volatile.Write(ref held, null);
        Volatile.Write(ref settled, null);
    }

    /// <summary>Also ends renewing where the host never came to start or stop in order.</summary>
    public void Dispose()
    {
        if (!Interlocked.Exchange(ref disposed, true))
        {
            stopping.Cancel();
            stopping.Dispose();
        }
    }

    /// <summary>Once. Called by nobody else while it is started.</summary>
    internal async Task Renew()
    {
        var asked = new Held(time.GetTimestamp(), time.GetUtcNow());
        try
        {
            await renew(Length, stopping.Token);
            if (held is not null)
            {
                Tell();
            }

            Volatile.Write(ref held, asked);
            _ = Settle(asked);
        }
#pragma warning disable CA1031 // Whatever it was: the lease runs out by itself, and renewing goes on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.NotRenewed((e.InnerException ?? e).GetType().Name);
        }

        Tell();
    }

    private async Task Settle(Held asked)
    {
        if (await settle())
        {
            lock (stopping)
            {
                // They may end in another order than they began.
                settled = settled is { } known && known.Counter > asked.Counter ? known : asked;
            }
        }
    }

    private TimeSpan LeftOf(Held? own)
    {
        if (own is null)
        {
            return TimeSpan.Zero;
        }

        // The counter stands still while a machine is suspended; the wall clock can be put back.
        var counted = time.GetElapsedTime(own.Counter);
        var shown = time.GetUtcNow() - own.Wall;
        var left = Trusted - (counted > shown ? counted : shown);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private async Task KeepRenewing()
    {
        using var timer = new PeriodicTimer(Every, time);
        var stop = stopping.Token;
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                await Renew();
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    /// <summary>Loss and regain, once each.</summary>
    private void Tell()
    {
        var valid = IsValid;
        if (lost && valid)
        {
            lost = false;
            log.Regained();
        }
        else if (!lost && !valid)
        {
            lost = true;
            log.Lost();
        }
    }

    private sealed record Held(long Counter, DateTimeOffset Wall);
}
