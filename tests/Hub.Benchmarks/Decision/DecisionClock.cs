using System.Diagnostics;

namespace Hub.Benchmarks.Decision;

/// <summary>Time and bytes of one decision.</summary>
/// <param name="Microseconds">In the middle of all batches.</param>
/// <param name="Bytes">Allocated.</param>
internal sealed record DecisionCost(double Microseconds, double Bytes);

/// <summary>Measures warm rounds by turns.</summary>
internal static class DecisionClock
{
    private const int Batch = 20_000;
    private static int seen;

    /// <summary>Until the runtime has compiled for good what is called.</summary>
    public static void WarmUp(params DecisionScene[] scenes)
    {
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(3))
        {
            Array.ForEach(scenes, s => Measure(s));
        }
    }

    public static (DecisionCost First, DecisionCost Second) ByTurns(DecisionScene first, DecisionScene second, TimeSpan time)
    {
        var (one, two) = (new List<DecisionCost>(), new List<DecisionCost>());
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < 2 * time)
        {
            one.Add(Measure(first));
            two.Add(Measure(second));
        }

        return (Middle(one), Middle(two));
    }

    private static DecisionCost Measure(DecisionScene scene)
    {
        var (bytes, begun, rounds) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp(), Batch / scene.Recipients);
        for (var i = 0; i < rounds; i++)
        {
            seen += scene.Round();
        }

        double decisions = rounds * scene.Recipients;
        return new DecisionCost(Stopwatch.GetElapsedTime(begun).TotalMicroseconds / decisions, (GC.GetAllocatedBytesForCurrentThread() - bytes) / decisions);
    }

    private static DecisionCost Middle(List<DecisionCost> all)
        => new(all.Select(c => c.Microseconds).Order().ElementAt(all.Count / 2), all.Select(c => c.Bytes).Order().ElementAt(all.Count / 2));
}
