using Grpc.Core;
using Hub.Client.Errors;

namespace Hub.Client.Calls;

/// <summary>One call in as many attempts as it takes.</summary>
internal sealed class Attempts<T>(Func<AsyncUnaryCall<T>> make, HubRetry retry, TimeProvider clock, CallOptions options)
{
    private volatile AsyncUnaryCall<T>? last;
    private volatile bool givenUp;

    public AsyncUnaryCall<T> Last => last!;

    public async Task<T> Run()
    {
        for (var attempt = 1; ; attempt++)
        {
            last = make();
            try
            {
                return await last.ResponseAsync.ConfigureAwait(false);
            }
            catch (RpcException failure)
            {
                var told = HubRefusedException.From(failure);
                var pause = retry.PauseAfter(attempt, told?.RetryAfter ?? TimeSpan.Zero);
                if (failure.StatusCode != StatusCode.Unavailable || attempt >= retry.Attempts || !MayWait(pause))
                {
                    if (told is not null)
                    {
                        throw told;
                    }

                    throw;
                }

                await Wait(pause).ConfigureAwait(false);
            }
        }
    }

    public void GiveUp()
    {
        givenUp = true;
        last?.Dispose();
    }

    private bool MayWait(TimeSpan pause)
        => !givenUp && (options.Deadline is not { } deadline || clock.GetUtcNow() + pause < new DateTimeOffset(deadline.ToUniversalTime()));

    private async Task Wait(TimeSpan pause)
    {
        try
        {
            last?.Dispose();
            await Task.Delay(pause, clock, options.CancellationToken).ConfigureAwait(false);
            if (givenUp)
            {
                throw new RpcException(new Status(StatusCode.Cancelled, "The call was given up between two attempts."));
            }
        }
        catch (OperationCanceledException cancelled)
        {
            // As gRPC itself tells a call that its caller gave up.
            throw new RpcException(new Status(StatusCode.Cancelled, "The call was given up between two attempts.", cancelled));
        }
    }
}
