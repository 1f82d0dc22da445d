using System.Collections.Concurrent;
using Google.Protobuf;
using Hub.Client;

namespace Hub.Faults.Load;

/// <summary>One agency, or the registrar, on its own connection: makes each request until it is answered, and remembers each write with its
/// first answer.</summary>
internal sealed class Caller(string name, HubClient client, History history, TimeProvider time, Chance chance)
{
    private readonly ConcurrentQueue<(Ask Ask, Answered Answer)> asked = new();
    private int requests;

    public string Name => name;

    public HubClient Client => client;

    public Asking Asking { get; } = new(name, history, time, chance.Branch());

    /// <summary>The writes with their first answers.</summary>
    public IReadOnlyCollection<(Ask Ask, Answered Answer)> Asked => asked;

    public string NextRequest() => $"{name}-{Interlocked.Increment(ref requests)}";

    public async Task<Answered> Write(Ask ask)
    {
        var answer = await Asking.UntilAnswered(ask);
        asked.Enqueue((ask, answer));
        return answer;
    }

    /// <summary>The same request on two ways at once: one outcome.</summary>
    public async Task<Answered> WriteTwice(Ask ask)
    {
        var answers = await Task.WhenAll(Asking.UntilAnswered(ask), Asking.UntilAnswered(ask));
        asked.Enqueue((ask, answers[0]));
        return answers[0].SameAs(answers[1])
            ? answers[0]
            : throw new Violation($"{name}: {ask.Request} ({ask.What}), made twice at once, has two outcomes: {answers[0]} and {answers[1]}");
    }

    /// <summary>A write that has no reason to be refused.</summary>
    public async Task<T> Must<T>(Ask ask)
        where T : IMessage
        => Accepted<T>(ask.Request, await Write(ask));

    /// <summary>A call that writes nothing, or nothing under a request id, and has no reason to be refused.</summary>
    public async Task<T> Get<T>(string what, Func<Grpc.Core.CallOptions, Task<IMessage>> make)
        where T : IMessage
        => Accepted<T>(what, await Asking.UntilAnswered(new Ask("-", what, make)));

    public T Accepted<T>(string request, Answered answer)
        where T : IMessage
        => answer.Message is T message ? message : throw new Violation($"{name}: {request} was refused with {answer.Reason} after {answer.Tries} tries");

    public void Refused(string request, Answered answer, string reason)
    {
        if (answer.Reason != reason)
        {
            throw new Violation($"{name}: {request} had to be refused with {reason} and got {answer} after {answer.Tries} tries");
        }
    }
}
