namespace Hub.Gateway.Calls;

/// <summary>When an answer leaves that must not tell by its time what was looked up for it: a whole number of steps after the message was read. Not after the
/// call began: who sends a message slowly would choose where a step ends. Nothing that shows content waits so, for meanwhile it may be taken away.
/// Source: sharing rules, "Neutral answer".</summary>
public sealed class NeutralStep
{
    /// <summary>Far longer than what is looked up takes, and too short for anybody to notice.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMilliseconds(25);

    private readonly TimeProvider time;
    private readonly long began;
    private readonly Task first;

    private NeutralStep(TimeProvider time)
    {
        (this.time, began) = (time, time.GetTimestamp());

        // Set now, and not when the answer is ready: a timer goes by a clock of some milliseconds, and would end with the look-up in another one of them.
        first = Task.Delay(Length, time);
    }

    /// <summary>The message has been read.</summary>
    public static NeutralStep Begin(TimeProvider time) => new(time);

    /// <summary>Until the step is over in which this is called, or the call is. Throws nothing and holds no thread.</summary>
    public Task End(CancellationToken over)
    {
        var step = first.IsCompleted ? Task.Delay(Length - TimeSpan.FromTicks(time.GetElapsedTime(began).Ticks % Length.Ticks), time, over) : first;
        return Quietly(step.WaitAsync(over));
    }

    private static async Task Quietly(Task wait) => await wait.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
