using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Grpc.Core;

namespace Hub.Gateway.Tests.Stories.Markers;

/// <summary>Everything that operators or other callers could come to see of a hub: sentences, traces, metrics, refusals.</summary>
internal sealed class Ears : IDisposable
{
    private readonly ConcurrentQueue<(string Where, string Text)> heard = [];
    private readonly ActivityListener traces;
    private readonly MeterListener metrics = new();

    public Ears()
    {
        traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Hear,
        };
        ActivitySource.AddActivityListener(traces);
        metrics.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        Measure<long>();
        Measure<int>();
        Measure<double>();
        metrics.Start();
    }

    public LogListener Log { get; } = new();

    public IEnumerable<(string Where, string Text)> Heard
        => heard.Concat(Log.Heard.Select(h => ($"log {h.Category} {h.Level}", h.Text)));

    public void Hear(string where, string text) => heard.Enqueue((where, text));

    /// <summary>A call that is refused: all of the answer is listened to.</summary>
    public async Task Refused(Func<Task> call)
    {
        var refused = await Assert.ThrowsAnyAsync<RpcException>(call);
        Hear("refusal", refused.ToString());
        foreach (var entry in refused.Trailers)
        {
            Hear($"trailer {entry.Key}", entry.IsBinary ? Encoding.UTF8.GetString(entry.ValueBytes) : entry.Value);
        }
    }

    public void ReadGauges() => metrics.RecordObservableInstruments();

    public void Dispose()
    {
        traces.Dispose();
        metrics.Dispose();
        Log.Dispose();
    }

    private void Measure<T>()
        where T : struct
        => metrics.SetMeasurementEventCallback<T>((instrument, value, tags, _) =>
            Hear($"metric {instrument.Name}", $"{value} {string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))}"));

    private void Hear(Activity activity)
    {
        var text = new StringBuilder($"{activity.DisplayName} {activity.StatusDescription} {activity.TraceStateString}");
        text.AppendJoin(' ', activity.TagObjects.Concat(activity.Events.SelectMany(e => e.Tags)).Select(t => $"{t.Key}={t.Value}"));
        text.AppendJoin(' ', activity.Baggage.Select(b => $"{b.Key}={b.Value}"));
        Hear($"trace {activity.Source.Name} {activity.OperationName}", text.ToString());
    }
}
