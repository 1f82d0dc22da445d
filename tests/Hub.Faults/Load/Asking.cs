using Google.Protobuf;
using Grpc.Core;
using Hub.Client.Errors;

namespace Hub.Faults.Load;

/// <summary>A call that may be made any number of times, always the same.</summary>
internal sealed record Ask(string Request, string What, Func<CallOptions, Task<IMessage>> Make);

/// <summary>The one outcome of a request: a message, or the hub's reason.</summary>
/// <param name="Message">Null when refused.</param>
/// <param name="Reason">Empty when not refused.</param>
/// <param name="Tries">How many attempts it took.</param>
/// <param name="AskedAt">When the attempt began that brought the answer.</param>
internal sealed record Answered(IMessage? Message, string Reason, int Tries, DateTimeOffset AskedAt)
{
    public bool IsRefused => Message is null;

    public bool SameAs(Answered other) => Reason == other.Reason && Equals(Message, other.Message);

    public override string ToString() => IsRefused ? Reason : $"OK {Message}";
}

/// <summary>Makes the same request again and again until it has an answer, and writes down every try.</summary>
internal sealed class Asking(string worker, History history, TimeProvider time, Chance chance)
{
    private static readonly TimeSpan CallPatience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public async Task<Answered> UntilAnswered(Ask ask)
    {
        var began = time.GetTimestamp();
        for (var tries = 1; ; tries++)
        {
            if (await Once(ask, tries) is { } answer)
            {
                return answer;
            }

            if (time.GetElapsedTime(began) > Patience)
            {
                throw new Violation($"{worker}: no answer to {ask.Request} ({ask.What}) after {tries} tries");
            }

            await Pause.For(TimeSpan.FromMilliseconds(30 + chance.Below(120)), time);
        }
    }

    private async Task<Answered?> Once(Ask ask, int tries)
    {
        var at = time.GetUtcNow();
        var (number, began) = history.Begin(ask.Request);
        try
        {
            var message = await ask.Make(new CallOptions(deadline: at.UtcDateTime + CallPatience));
            End("OK", true);
            return new Answered(message, "", tries, at);
        }
        catch (HubRefusedException refused)
        {
            var isFinal = refused.Reason is not HubReasons.TryAgain and not HubReasons.NotYetSilent and not HubReasons.RateLimited;
            End(refused.Reason, isFinal);
            return isFinal ? new Answered(null, refused.Reason, tries, at) : null;
        }
        catch (RpcException failed)
        {
            // Whatever the code: it is not the hub that speaks, and what became of the request is not known.
            End($"broken {failed.StatusCode}", false);
            return null;
        }

        void End(string outcome, bool isAnswer) => history.End(number, new Attempt(worker, ask.Request, ask.What, began, history.Now, outcome, isAnswer));
    }
}

/// <summary>The hub broke a promise.</summary>
internal sealed class Violation(string what) : Exception(what);
