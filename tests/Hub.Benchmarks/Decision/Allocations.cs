using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;

namespace Hub.Benchmarks.Decision;

/// <summary>Objects of one type that a decision makes.</summary>
/// <param name="Name">The type.</param>
/// <param name="Count">How many in one decision.</param>
/// <param name="Bytes">Of each.</param>
internal sealed record AllocatedKind(string Name, double Count, double Bytes);

/// <summary>Which objects a decision makes, by the runtime's own samples: one for about each 100 KB.</summary>
internal sealed class Allocations : EventListener
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";
    private const EventKeywords AllocationSampling = (EventKeywords)0x80000000000;
    private const double SampleBytes = 102_400;
    private const int Sampled = 303;
    private readonly ConcurrentQueue<(string Name, long Bytes)> samples = new();

    /// <summary>The kinds, the most bytes first; what is less than a twentieth of an object is left out.</summary>
    public static IReadOnlyList<AllocatedKind> Of(DecisionScene scene, TimeSpan time)
    {
        using var listener = new Allocations();
        var (decisions, begun) = (0L, Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(begun) < time)
        {
            scene.Round();
            decisions += scene.Recipients;
        }

        return
        [
            .. from sample in listener.samples
               group sample by sample into kind
               let count = kind.Count() * SampleBytes / kind.Key.Bytes / decisions
               where count > 0.05
               orderby count * kind.Key.Bytes descending
               select new AllocatedKind(kind.Key.Name, count, kind.Key.Bytes),
        ];
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Runtime)
        {
            EnableEvents(eventSource, EventLevel.Informational, AllocationSampling);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData is { EventId: Sampled, Payload: [_, _, _, string name, _, var size, ..] })
        {
            samples.Enqueue((name, Convert.ToInt64(size, System.Globalization.CultureInfo.InvariantCulture)));
        }
    }
}
