using System.Collections.Concurrent;

namespace Hub.Faults.Load;

/// <summary>One try of one request.</summary>
/// <param name="Worker">Who asked.</param>
/// <param name="Request">Its request id.</param>
/// <param name="What">What was asked.</param>
/// <param name="Began">Monotonic, since the history began.</param>
/// <param name="Ended">Monotonic, since the history began.</param>
/// <param name="Outcome">What came back: OK, a reason of the hub's, or how the connection failed.</param>
/// <param name="IsAnswer">Whether the outcome is final.</param>
internal sealed record Attempt(string Worker, string Request, string What, TimeSpan Began, TimeSpan Ended, string Outcome, bool IsAnswer);

/// <summary>All tries of all workers, and what is under way.</summary>
internal sealed class History(TimeProvider time)
{
    private readonly long start = time.GetTimestamp();
    private readonly ConcurrentQueue<Attempt> attempts = new();
    private readonly ConcurrentDictionary<long, string> open = new();
    private readonly ConcurrentDictionary<long, string> cut = new();
    private readonly ConcurrentDictionary<int, (long Answers, TaskCompletionSource Reached)> waiting = new();
    private long last;
    private int waiters;
    private long answers;

    public IReadOnlyCollection<Attempt> Attempts => attempts;

    public long Answers => Volatile.Read(ref answers);

    public TimeSpan Now => time.GetElapsedTime(start);

    /// <summary>The attempts under way at this instant.</summary>
    public IReadOnlyCollection<long> UnderWay => [.. open.Keys];

    public (long Number, TimeSpan Began) Begin(string request)
    {
        var number = Interlocked.Increment(ref last);
        open[number] = request;
        return (number, Now);
    }

    public void End(long number, Attempt attempt)
    {
        attempts.Enqueue(attempt);
        if (!attempt.IsAnswer)
        {
            cut[number] = attempt.Outcome;
            open.TryRemove(number, out _);
            return;
        }

        open.TryRemove(number, out _);
        var reached = Interlocked.Increment(ref answers);
        foreach (var (key, waiter) in waiting)
        {
            if (reached >= waiter.Answers && waiting.TryRemove(key, out _))
            {
                waiter.Reached.TrySetResult();
            }
        }
    }

    /// <summary>Ends when so many more answers have come.</summary>
    public async Task MoreAnswers(int more, TimeSpan patience)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var key = Interlocked.Increment(ref waiters);
        waiting[key] = (Answers + more, reached);
        await reached.Task.WaitAsync(patience, time);
    }

    /// <summary>Which of these attempts ended without an answer; waits for all of them to end.</summary>
    public async Task<int> WithoutAnswer(IReadOnlyCollection<long> numbers)
    {
        while (numbers.Any(open.ContainsKey))
        {
            await Pause.For(TimeSpan.FromMilliseconds(2), time);
        }

        return numbers.Count(cut.ContainsKey);
    }

    public IEnumerable<string> Lines() => attempts.OrderBy(a => a.Began).Select(a =>
        $"{a.Began.TotalMilliseconds,9:F1} {a.Ended.TotalMilliseconds,9:F1} {a.Worker} {a.Request} {a.What}: {a.Outcome}");
}
