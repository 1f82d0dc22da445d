using Hub.Silo;
using Microsoft.Extensions.Logging;

namespace Hub.Gateway.Tests.Stories.Markers;

/// <summary>What is said about people stays between the agency and the sealed store.</summary>
public abstract class NoMarkAnywhere(StoreKind kind)
{
    [Fact]
    public async Task A_whole_story_with_all_its_refusals_leaves_no_mark_in_logs_traces_metrics_and_refusals()
    {
        var marked = new Marked();
        using var ears = new Ears();
        await using var hub = await RunningHub.Start(kind, h =>
        {
            h.Logging = logging => logging.AddProvider(ears.Log).AddFilter<LogListener>(null, LogLevel.Trace);
            h.TraceToNobody();
        });
        await new AWholeStory(hub, marked, ears).Play();
        await hub.StopProcess();

        var heard = ears.Heard.ToList();
        foreach (var source in new[] { "log Hub.", "log Orleans", "log Microsoft.AspNetCore", "trace ", "metric ", "metrics", "health", "refusal", "trailer grpc-status-details-bin" })
        {
            Assert.Contains(heard, h => h.Where.StartsWith(source, StringComparison.Ordinal));
        }

        var leaks = heard.SelectMany(h => marked.In(h.Text).Select(mark => $"{h.Where}: {mark}: {h.Text[..Math.Min(h.Text.Length, 300)]}"));
        var report = string.Join('\n', leaks.GroupBy(l => l.Split(": ")[0]).Select(g => $"{g.Count()} x {g.First()}"));
        Assert.True(report.Length == 0, report);
    }
}

/// <summary>On the embedded store.</summary>
public sealed class NoMarkAnywhereOnEmbedded() : NoMarkAnywhere(StoreKind.Embedded);

/// <summary>On PostgreSQL.</summary>
public sealed class NoMarkAnywhereOnPostgres() : NoMarkAnywhere(StoreKind.Postgres);
