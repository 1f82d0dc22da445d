using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Hub.Benchmarks.Fanout;
using Hub.Benchmarks.Output;
using Hub.Benchmarks.Servers;
using Hub.Silo;
using Spectre.Console;

namespace Hub.Benchmarks.Cluster;

/// <summary><c>cluster</c>: what two silos and a gateway of their own cost against one process, on the same cores: pairs of runs, by turns.</summary>
internal static class ClusterCommand
{
    private const int ElementBytes = 512;
    private static readonly bool[] Both = [true, false];
    private static readonly Option<int> Pairs = new("--pairs") { Description = "Runs of each kind.", DefaultValueFactory = _ => 5 };
    private static readonly Option<int> Seconds = new("--seconds") { Description = "How long updates are sent in each run.", DefaultValueFactory = _ => 10 };
    private static readonly Option<int> WarmUp = new("--warm-up") { Description = "Seconds of the same before it: three processes are compiled for longer than one.", DefaultValueFactory = _ => 30 };
    private static readonly Option<int> Writers = new("--writers") { Description = "People whose plans are revised at once.", DefaultValueFactory = _ => 256 };
    private static readonly Option<int> FanOut = new("--fan-out") { Description = "Teams that hear of each update.", DefaultValueFactory = _ => 4 };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object on standard output." };

    public static Command Create()
    {
        var command = new Command("cluster", "One process against two silos and a gateway, by turns.") { Pairs, Seconds, WarmUp, Writers, FanOut, Json };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var screen = new FanoutScreen(parsed.GetValue(Json));
        var load = new Load(parsed.GetValue(Writers), TimeSpan.FromSeconds(parsed.GetValue(WarmUp)), TimeSpan.FromSeconds(parsed.GetValue(Seconds)));
        var (alone, together) = (new List<Outcome>(), new List<Outcome>());
        await screen.Follow(async tell =>
        {
            tell("a PostgreSQL of its own");
            await using var server = await PostgresCluster.Start(stop);
            Environment.SetEnvironmentVariable("HUB_TEST_POSTGRES", server.ConnectionString);
            for (var pair = 1; pair <= parsed.GetValue(Pairs); pair++)
            {
                // The other one first each time: what a machine does as it warms up or fills up counts for neither.
                foreach (var isFirst in Both)
                {
                    var isCluster = isFirst == (pair % 2 == 0);
                    var what = new Scenario(StoreKind.Postgres, parsed.GetValue(FanOut), ElementBytes, isCluster);
                    tell($"pair {pair}: {what}");
                    await using var stage = await Stage.Open(what, load, server.Pid, stop);
                    (isCluster ? together : alone).Add(await Saturation.Measure(stage, what, load, plainRows: 0, stop));
                    await stage.Close();
                }
            }
        });
        Show(Ratio.Of([.. together.Zip(alone, (c, o) => c.UpdatesPerSecond / o.UpdatesPerSecond)]), alone, together, parsed.GetValue(Json));
        return 0;
    }

    private static void Show(Ratio ratio, List<Outcome> alone, List<Outcome> together, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new { Ratio = ratio, OneProcess = alone.Select(FanoutRow.Of), Cluster = together.Select(FanoutRow.Of) }, JsonSerializerOptions.Web));
            return;
        }

        var table = new Table().AddColumns("pair", "one process, updates/s", "cluster, updates/s", "ratio", "µs·core one", "µs·core cluster", "hops per update");
        foreach (var (i, (one, many)) in alone.Zip(together).Index())
        {
            table.AddRow(
                $"{i + 1}", Whole(one.UpdatesPerSecond), Whole(many.UpdatesPerSecond),
                (many.UpdatesPerSecond / one.UpdatesPerSecond).ToString("0.00", CultureInfo.InvariantCulture),
                Whole(one.PerUpdate(one.Cost.Sum)), Whole(many.PerUpdate(many.Cost.Sum)), (many.Counted.Hops / many.Updates).ToString("0.0", CultureInfo.InvariantCulture));
        }

        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"cluster / one process: [bold]{ratio.Middle:0.00}[/], 95% of {ratio.Low:0.00} to {ratio.High:0.00}");
    }

    private static string Whole(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
