using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Hub.Benchmarks.Fanout;

/// <summary>A fixed rate, whatever the hub does: each update has an instant at which it is due, and its delay counts from there, so that a hub
/// that holds up its senders hides nothing.</summary>
internal static class OpenLoop
{
    private const int MicrosecondsPerSecond = 1_000_000;

    public static async Task<Outcome> Measure(Stage stage, Scenario what, Load load, int perSecond, double plainRows, CancellationToken stop)
    {
        await stage.Measure(what, plainRows, timing: false, () => Write(stage, what, load.WarmUp, perSecond, stop), stop);
        return await stage.Measure(what, plainRows, timing: true, () => Write(stage, what, load.Window, perSecond, stop), stop);
    }

    private static async Task Write(Stage stage, Scenario what, TimeSpan window, int perSecond, CancellationToken stop)
    {
        var answers = await Task.Factory.StartNew(
            () => Pace(stage, what, window, perSecond, stop), stop, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.WhenAll(answers);
    }

    /// <summary>On a thread of its own: the runtime's timers wake in whole milliseconds.</summary>
    private static List<Task> Pace(Stage stage, Scenario what, TimeSpan window, int perSecond, CancellationToken stop)
    {
        var (answers, plans, began) = (new List<Task>(), stage.Cast.Plans, Stopwatch.GetTimestamp());
        var every = Stopwatch.Frequency / perSecond;
        for (var i = 0; i < window.TotalSeconds * perSecond && !stop.IsCancellationRequested; i++)
        {
            var due = began + (i * every);
            if (due - Stopwatch.GetTimestamp() is > 0 and var early)
            {
                _ = Sleep((uint)(early * MicrosecondsPerSecond / Stopwatch.Frequency));
            }

            var plan = plans[i % plans.Count];
            answers.Add(plan.Revise(stage.Ledger.Begin(plan.Person, due, what.ElementBytes)));
        }

        return answers;
    }

    // SYSLIB1054: one integer needs no generated marshalling, and that would ask for unsafe code.
#pragma warning disable SYSLIB1054
    [DllImport("libc", EntryPoint = "usleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sleep(uint microseconds);
#pragma warning restore SYSLIB1054
}
