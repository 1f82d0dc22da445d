using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Hub.Benchmarks.Output;
using Hub.Benchmarks.Reference;
using Hub.Benchmarks.Servers;
using MathNet.Numerics.Statistics;
using Spectre.Console;

namespace Hub.Benchmarks.Cluster;

/// <summary><c>narrowing</c>: how long a call takes that ends a team's access, on a cluster of two silos and two gateways.</summary>
internal static class NarrowingCommand
{
    private const int WarmUp = 1200;
    private static readonly Option<int> Calls = new("--calls") { Description = "Calls of each kind; half as many with a slow reader, ten with something dead.", DefaultValueFactory = _ => 200 };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object on standard output." };

    public static Command Create()
    {
        var command = new Command("narrowing", "Calls that take access away, each until it is certain that nothing under it is on its way.") { Calls, Json };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var rows = new List<Row>();
        await new FanoutScreen(parsed.GetValue(Json)).Follow(async tell =>
        {
            tell("a PostgreSQL of its own");
            await using var server = await PostgresCluster.Start(stop);
            Environment.SetEnvironmentVariable("HUB_TEST_POSTGRES", server.ConnectionString);
            tell("a cluster and its people");
            await using var cluster = await OneCluster.Start(gateways: 2);
            var calls = parsed.GetValue(Calls);
            await using var narrowings = await Narrowings.Gather(cluster, WarmUp + (2 * calls) + 20, stop);

            // What was never called before is compiled first, and what is called often once more while that goes on.
            await narrowings.End(WarmUp, stop);
            Add("nothing in flight", 10, await narrowings.End(calls, stop));
            Add("for comparison: one row into the same database", null, await BareCommits.Take(server.ConnectionString, calls, stop));
            tell("with a reader that does not confirm");
            Add("a slow reader", 700, await narrowings.EndUnread(calls / 2, stop));
            tell("with a dead silo");
            cluster.Of("silo-2").Kill();
            Add("a silo just killed, first call", 4000, await narrowings.End(1, stop));
            Add("a silo killed, later calls", 4000, await narrowings.End(10, stop));
            void Add(string when, double? goal, List<double> took) => rows.Add(Row.Of(when, goal, took));
        });
        Show(rows, parsed.GetValue(Json));
        return 0;
    }

    private static void Show(List<Row> rows, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(rows, JsonSerializerOptions.Web));
            return;
        }

        var table = new Table().AddColumns("when", "calls", "p50 ms", "p99 ms", "worst ms", "goal p99 ms");
        rows.ForEach(r => table.AddRow(r.When, $"{r.Calls}", Text(r.P50), Text(r.P99), Text(r.Worst), r.Goal is { } goal ? Text(goal) : ""));
        AnsiConsole.Write(table);
    }

    private static string Text(double number) => number.ToString("#,0.0", CultureInfo.InvariantCulture);

    private sealed record Row(string When, int Calls, double P50, double P99, double Worst, double? Goal)
    {
        public static Row Of(string when, double? goal, List<double> took)
            => new(when, took.Count, took.Quantile(0.5), took.Quantile(0.99), took.Max(), goal);
    }
}
