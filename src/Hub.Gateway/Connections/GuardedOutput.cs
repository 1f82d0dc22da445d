using System.Collections.Concurrent;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace Hub.Gateway.Connections;

/// <summary>What may leave a connection, asked at the last moment: bytes can wait in the server for a reader, and a process that stood still goes on
/// with them before any timer of it has run. Once anything that is held here may not go out any more, nothing of the connection does.</summary>
internal sealed class GuardedOutput(ConnectionContext connection, PipeWriter inner) : PipeWriter
{
    private readonly ConcurrentDictionary<object, Func<bool>> held = new();
    private volatile bool isShut;

    /// <summary>Guards all that the connection sends from here on.</summary>
    public static void Guard(ConnectionContext connection)
    {
        var guarded = new GuardedOutput(connection, connection.Transport.Output);
        connection.Features.Set(guarded);
        connection.Transport = new Pipe(connection.Transport.Input, guarded);
    }

    /// <summary>From here on nothing goes out unless <paramref name="mayGo"/> says so.</summary>
    public void Hold(object key, Func<bool> mayGo) => held[key] = mayGo;

    public void LetGo(object key) => held.TryRemove(key, out _);

    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes;

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        if (isShut || (!held.IsEmpty && held.Values.Any(mayGo => !mayGo())))
        {
            isShut = true;
            connection.Features.Get<IConnectionLifetimeFeature>()?.Abort();
            return ValueTask.FromResult(new FlushResult(isCanceled: false, isCompleted: true));
        }

        return inner.FlushAsync(cancellationToken);
    }

    public override void Advance(int bytes) => inner.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => inner.GetSpan(sizeHint);

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    // In good order it would still send what it holds.
    public override void Complete(Exception? exception = null) => inner.Complete(Cause(exception));

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(Cause(exception));

    private Exception? Cause(Exception? exception) => isShut ? new ConnectionAbortedException() : exception;

    private sealed record Pipe(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
