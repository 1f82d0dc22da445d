using System.Collections.Concurrent;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Hub.Gateway.Connections;

/// <summary>What may leave a connection, asked at the last moment: an answer can wait in the server for a reader, and a process that stood still goes on
/// with it before any timer of it has run. Once content of an answer is about to leave that may not go out any more, nothing of the connection does.</summary>
internal sealed class GuardedOutput(ConnectionContext connection, PipeWriter inner) : PipeWriter
{
    private readonly ConcurrentDictionary<int, Func<bool>> held = new();
    private readonly FrameHeads heads = new();
    private readonly List<int> leaving = [];
    private readonly List<int> ended = [];
    private Memory<byte> given;
    private Task<FlushResult>? flushing;
    private volatile bool isShut;

    /// <summary>Whether what it sent has not been taken by the other side's machine yet.</summary>
    public bool IsStuck => Volatile.Read(ref flushing) is { IsCompleted: false };

    /// <summary>Guards all that the connection sends from here on.</summary>
    public static void Guard(ConnectionContext connection)
    {
        var guarded = new GuardedOutput(connection, connection.Transport.Output);
        connection.Features.Set(guarded);
        connection.Transport = new Pipe(connection.Transport.Input, guarded);
    }

    /// <summary>The number under which a call's answer is held. Numbers are not used again on a connection.</summary>
    public static int Of(HttpContext call) => call.Features.Get<IHttp2StreamIdFeature>()?.StreamId ?? 0;

    /// <summary>From here on nothing of this answer goes out unless <paramref name="mayGo"/> says so, until the answer has ended.</summary>
    public void Hold(int answer, Func<bool> mayGo) => held[answer] = mayGo;

    /// <summary>From here on nothing of this answer goes out.</summary>
    public void Stop(int answer) => held[answer] = Never;

    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes;

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        if (isShut || leaving.Any(answer => held.TryGetValue(answer, out var mayGo) && !mayGo()))
        {
            isShut = true;
            connection.Features.Get<IConnectionLifetimeFeature>()?.Abort();
            return ValueTask.FromResult(new FlushResult(isCanceled: false, isCompleted: true));
        }

        ended.ForEach(answer => held.TryRemove(answer, out _));
        leaving.Clear();
        ended.Clear();
        var flush = inner.FlushAsync(cancellationToken);
        if (flush.IsCompleted)
        {
            return flush;
        }

        var pending = flush.AsTask();
        Volatile.Write(ref flushing, pending);
        return new ValueTask<FlushResult>(pending);
    }

    public override void Advance(int bytes)
    {
        heads.Read(given.Span[..bytes], this, static (output, head) => output.Leaves(head));
        given = given[bytes..];
        inner.Advance(bytes);
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) => given = inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    // In good order it would still send what it holds.
    public override void Complete(Exception? exception = null) => inner.Complete(Cause(exception));

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(Cause(exception));

    private void Leaves(FrameHead head)
    {
        if (head.HasContent)
        {
            leaving.Add(head.Stream);
        }

        if (head.IsLast)
        {
            ended.Add(head.Stream);
        }
    }

    private static bool Never() => false;

    private Exception? Cause(Exception? exception) => isShut ? new ConnectionAbortedException() : exception;

    private sealed record Pipe(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
