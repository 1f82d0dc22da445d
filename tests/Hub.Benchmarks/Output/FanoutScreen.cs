using System.Globalization;
using System.Text.Json;
using Hub.Benchmarks.Fanout;
using Spectre.Console;

namespace Hub.Benchmarks.Output;

/// <summary>Progress on standard error, results on standard output: tables, or one JSON object.</summary>
internal sealed class FanoutScreen(bool json)
{
    private const int Widest = 140;
    private readonly IAnsiConsole progress = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
    private readonly IAnsiConsole results = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });

    /// <summary>Shows what it is at.</summary>
    public Task Follow(Func<Action<string>, Task> run)
        => progress.Status().StartAsync("starting", status => run(text => status.Status = Markup.Escape(text)));

    public void Show(Load load, IReadOnlyList<Outcome> rates, IReadOnlyList<Outcome> delays)
    {
        if (json)
        {
            var told = new { Cores = Environment.ProcessorCount, load.Writers, Seconds = load.Window.TotalSeconds, Rates = rates.Select(FanoutRow.Of), Delays = delays.Select(FanoutRow.Of) };
            Console.WriteLine(JsonSerializer.Serialize(told, JsonSerializerOptions.Web));
            return;
        }

        results.Profile.Width = Console.IsOutputRedirected ? Widest : results.Profile.Width;
        if (rates.Count > 0)
        {
            results.Write(Rates(rates));
        }

        if (delays.Count > 0)
        {
            results.Write(Delays(delays));
        }

        results.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"[grey]{Environment.ProcessorCount} cores, {load.Writers} writers, {load.Window.TotalSeconds} s of updates, each arrived once at each of its recipients and confirmed. client, hub, db: µs of a core per update. cores: busy for it; others: busy with other work meanwhile. tx of: commits per transaction.[/]");
    }

    private static Table Rates(IReadOnlyList<Outcome> rates)
    {
        var table = Columns("store", "fan-out", "bytes", "updates/s", "goal", "heard/s", "rows/s", "ratio", "tx of", "client", "hub", "db", "µs·core", "cores", "others");
        foreach (var r in rates.Select(FanoutRow.Of))
        {
            table.AddRow(
                r.Store, Whole(r.FanOut), Whole(r.Bytes), Whole(r.UpdatesPerSecond), r.Goal is { } goal ? Whole(goal) : "", Whole(r.DeliveriesPerSecond),
                Whole(r.PlainRowsPerSecond), r.RatioToPlainRows.ToString("0.000", CultureInfo.InvariantCulture), Tenths(r.CommitsPerTransaction),
                Whole(r.ClientMicroseconds), Whole(r.HubMicroseconds), Whole(r.DatabaseMicroseconds), Whole(r.SumMicroseconds), Tenths(r.CoresBusy), Tenths(r.CoresOfOthers));
        }

        return table;
    }

    private static Table Delays(IReadOnlyList<Outcome> delays)
    {
        var table = Columns("store", "fan-out", "bytes", "updates/s", "p50 ms", "p90 ms", "p99 ms", "worst ms", "tx of", "µs·core", "cores", "others");
        foreach (var r in delays.Select(FanoutRow.Of))
        {
            table.AddRow(
                r.Store, Whole(r.FanOut), Whole(r.Bytes), Whole(r.UpdatesPerSecond), Tenths(r.P50), Tenths(r.P90), Tenths(r.P99), Tenths(r.Worst),
                Tenths(r.CommitsPerTransaction), Whole(r.SumMicroseconds), Tenths(r.CoresBusy), Tenths(r.CoresOfOthers));
        }

        return table;
    }

    private static Table Columns(string first, params string[] numbers)
    {
        var table = new Table().AddColumn(first);
        foreach (var number in numbers)
        {
            table.AddColumn(new TableColumn(number).RightAligned());
        }

        return table;
    }

    private static string Whole(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Tenths(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);
}
