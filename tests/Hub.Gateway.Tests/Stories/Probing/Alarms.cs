using System.Diagnostics.Metrics;
using Hub.Gateway.Tests.Stories.Markers;
using Hub.Silo.Probing;
using Microsoft.Extensions.Logging;

namespace Hub.Gateway.Tests.Stories.Probing;

/// <summary>What operators of one hub hear of probing.</summary>
internal sealed class Alarms : IAsyncDisposable
{
    /// <summary>Stories that count alarms: another hub of this process would be counted too.</summary>
    public const string Stories = "probing";

    private readonly LogListener log = new();
    private readonly MeterListener meter = new();
    private long counted;

    private Alarms()
    {
        meter.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter.Name == ProbingTelemetry.Name)
            {
                own.EnableMeasurementEvents(instrument);
            }
        };
        meter.SetMeasurementEventCallback<long>((_, count, labels, _) => Interlocked.Add(ref counted, labels.Length == 0 ? count : 1000));
        meter.Start();
    }

    /// <summary>By the metric and by the log, which must agree.</summary>
    public int Count
    {
        get
        {
            Assert.Equal(Warnings.Count, Interlocked.Read(ref counted));
            return Warnings.Count;
        }
    }

    public IReadOnlyList<string> Warnings
        => [.. log.Heard.Where(h => h.Category == "Hub.Silo.Probing.ProbingLog" && h.Level == LogLevel.Warning).Select(h => h.Text)];

    public static Alarms Begin() => new();

    public void Listen(RunningHub hub) => hub.Logging = logging => logging.AddProvider(log);

    public ValueTask DisposeAsync()
    {
        meter.Dispose();
        log.Dispose();
        return ValueTask.CompletedTask;
    }
}
