using System.Collections.Concurrent;
using Hub.Gateway.Calls;

namespace Hub.Gateway.Tests.Stories.Neutral;

/// <summary>The machine's clock, but for the steps on which neutral answers leave: they end when a test says so, or at once as if there were none.</summary>
internal sealed class StepClock : TimeProvider
{
    private readonly ConcurrentQueue<HeldStep> held = new();

    /// <summary>As a hub that knows no steps.</summary>
    public bool EndsAtOnce { get; init; }

    /// <summary>From now on no step ends.</summary>
    public bool IsHeld { get; set; }

    /// <summary>The steps that were held are over, and later ones end as ever.</summary>
    public void LetGo()
    {
        IsHeld = false;
        while (held.TryDequeue(out var step))
        {
            step.End();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != NeutralStep.Length || !(EndsAtOnce || IsHeld))
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        if (EndsAtOnce)
        {
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }

        var step = new HeldStep(callback, state);
        held.Enqueue(step);
        return step;
    }

    private sealed class HeldStep(TimerCallback callback, object? state) : ITimer
    {
        public void End() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
