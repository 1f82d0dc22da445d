using Hub.Contracts.Inbox;
using Hub.Gateway.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hub.Gateway.Inbox;

/// <summary>The last piece of the way to one client. A batch may be written for so long and no longer, only while the silo does not call it back, and
/// only while the silo answers at all; what cannot be written by then is discarded with its stream, and with its connection where that is not enough.</summary>
internal sealed class DeliveryLine : IAsyncDisposable
{
    /// <summary>RESOURCE_EXHAUSTED to a gRPC client: HTTP/2's ENHANCE_YOUR_CALM.</summary>
    private const int SlowReader = 11;
    private static readonly TimeSpan BatchLease = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterReset = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Watch = TimeSpan.FromSeconds(20);
    private readonly IInboxEntrance entrance;
    private readonly string team;
    private readonly Subscription subscription;
    private readonly Contact contact;
    private readonly HttpContext http;
    private readonly GuardedOutput? output;
    private readonly int answer;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource closing = new();
    private readonly TaskCompletionSource cut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task watching;
    private readonly CancellationTokenRegistration outOfContact;
    private Task writing = Task.CompletedTask;
    private volatile bool isDiscarded;

    public DeliveryLine(IInboxEntrance entrance, string team, Subscription subscription, Contact contact, HttpContext http, TimeProvider time)
    {
        (this.entrance, this.team, this.subscription, this.contact, this.http, this.time) = (entrance, team, subscription, contact, http, time);
        (output, answer) = (http.Features.Get<GuardedOutput>(), GuardedOutput.Of(http));
        output?.Hold(answer, () => contact.MayGo);
        contact.Hold(subscription.Number, () => cut.TrySetResult());
        outOfContact = contact.Over.UnsafeRegister(line => ((DeliveryLine)line!).cut.TrySetResult(), this);
        watching = WatchSilo();
    }

    /// <summary>Ends when nothing more may go out.</summary>
    public Task Cut => cut.Task;

    /// <summary>Writes, unless that takes too long or the silo calls it back. False: the stream is discarded.</summary>
    public async Task<bool> Write(Func<Task> write)
    {
        if (cut.Task.IsCompleted || !contact.IsOpen)
        {
            await Discard();
            return false;
        }

        writing = write();
        if ((writing.IsCompleted || await Ends(Task.WhenAny(writing, cut.Task), BatchLease)) && !cut.Task.IsCompleted)
        {
            await writing;
            return true;
        }

        await Discard();
        return false;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await watching;

        // A stream that ends in good order still sends what it holds, whenever its reader comes back.
        if (!isDiscarded && (cut.Task.IsCompleted || !await IsReceived()))
        {
            await Discard();
        }

        contact.LetGo(subscription.Number);
        await outOfContact.DisposeAsync();
        await Tell();
        closing.Dispose();
    }

    private async Task Tell()
    {
        try
        {
            await entrance.Ended(team, subscription).WaitAsync(BatchLease, time);
        }
#pragma warning disable CA1031 // A silo that cannot be told finds out by itself.
        catch (Exception)
#pragma warning restore CA1031
        {
            // Nothing is held here any more.
        }
    }

    private async Task<bool> IsReceived()
    {
        try
        {
            return await entrance.Leave(team, subscription).WaitAsync(BatchLease, time) == LineState.Over;
        }
#pragma warning disable CA1031 // A silo that cannot be asked cannot say so.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    private async Task WatchSilo()
    {
        var called = Called();
        while (!closing.IsCancellationRequested)
        {
            LineState state;
            try
            {
                var watch = entrance.Watch(team, subscription, Watch);
                state = await await Task.WhenAny(watch, called).WaitAsync(closing.Token);
            }
            catch (OperationCanceledException) when (closing.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A silo that cannot be asked cannot call back either: then nothing more may go out.
            catch (Exception)
#pragma warning restore CA1031
            {
                state = LineState.MustAbort;
            }

            if (state != LineState.Open)
            {
                cut.TrySetResult();
                await Discard();
                return;
            }
        }
    }

    private async Task<LineState> Called()
    {
        await cut.Task;
        return LineState.MustAbort;
    }

    /// <summary>The stream first, so that the agency's other calls go on; then the connection. From here on it does not matter how a pending
    /// write ends: it can say success after its connection is gone.</summary>
    private async Task Discard()
    {
        cut.TrySetResult();
        http.Features.Get<IHttpResetFeature>()?.Reset(SlowReader);

        // What the server had taken up before the reset, and not sent, does not go out any more either.
        output?.Stop(answer);
        isDiscarded = true;
        if (output is { IsStuck: true } || !await Ends(Settled(writing), AfterReset))
        {
            http.Features.Get<IConnectionLifetimeFeature>()?.Abort();
            await Ends(Settled(writing), AfterReset);
        }
    }

    private async Task<bool> Ends(Task what, TimeSpan patience)
    {
        using var enough = new CancellationTokenSource();
        var first = await Task.WhenAny(what, Task.Delay(patience, time, enough.Token));
        await enough.CancelAsync();
        return first == what;
    }

    private static async Task Settled(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
