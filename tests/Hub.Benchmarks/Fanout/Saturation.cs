using System.Diagnostics;

namespace Hub.Benchmarks.Fanout;

/// <summary>As many updates as the hub takes and hands over: everybody sends the next as soon as the last is answered and there is room on the
/// way.</summary>
internal static class Saturation
{
    public static async Task<Outcome> Measure(Stage stage, Scenario what, Load load, double plainRows, CancellationToken stop)
    {
        await stage.Measure(what, plainRows, timing: false, () => Write(stage, what, load.WarmUp, stop), stop);
        return await stage.Measure(what, plainRows, timing: false, () => Write(stage, what, load.Window, stop), stop);
    }

    private static Task Write(Stage stage, Scenario what, TimeSpan window, CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        return Task.WhenAll(stage.Cast.Plans.Select(plan => Task.Run(async () =>
        {
            while (true)
            {
                await stage.Ledger.Room(stop);
                if (Stopwatch.GetElapsedTime(began) >= window)
                {
                    stage.Ledger.Return();
                    return;
                }

                await plan.Revise(stage.Ledger.Begin(plan.Person, Stopwatch.GetTimestamp(), what.ElementBytes));
            }
        })));
    }
}
