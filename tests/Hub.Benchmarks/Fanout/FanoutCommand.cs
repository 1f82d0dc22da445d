using System.CommandLine;
using Grpc.Core;
using Hub.Benchmarks.Output;
using Hub.Benchmarks.Reference;
using Hub.Benchmarks.Servers;
using Hub.Silo;

namespace Hub.Benchmarks.Fanout;

/// <summary><c>fanout</c>: how many updates a second reach all of their recipients, how soon, and what each costs.</summary>
internal static class FanoutCommand
{
    private static readonly Option<int> Seconds = new("--seconds") { Description = "How long updates are sent in each scenario.", DefaultValueFactory = _ => 15 };
    private static readonly Option<int> WarmUp = new("--warm-up") { Description = "Seconds of the same before it: the runtime compiles what is called often anew.", DefaultValueFactory = _ => 15 };
    private static readonly Option<int> Writers = new("--writers") { Description = "People whose plans are revised at once.", DefaultValueFactory = _ => 256 };
    private static readonly Option<StoreKind[]> Stores = Many("--store", "Postgres, Embedded or both.", StoreKind.Postgres, StoreKind.Embedded);
    private static readonly Option<int[]> FanOuts = Many("--fan-out", "Teams that hear of each update, 1 to 20.", 1, 4, 10);
    private static readonly Option<int[]> Sizes = Many("--bytes", "Size of the element that each update replaces.", 512, 2048);
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object on standard output." };
    private static readonly Option<bool> NoRates = new("--no-saturation") { Description = "Only the delay at a fixed rate." };
    private static readonly Option<bool> NoDelay = new("--no-delay") { Description = "Only the rates at saturation." };

    public static Command Create()
    {
        var command = new Command("fanout", "Updates of plans over mutual TLS, and their deliveries.") { Seconds, WarmUp, Writers, Stores, FanOuts, Sizes, Json, NoRates, NoDelay };
        Seconds.Validators.Add(o => Range(o, o.GetValueOrDefault<int>(), 1, 3600));
        WarmUp.Validators.Add(o => Range(o, o.GetValueOrDefault<int>(), 0, 3600));
        Writers.Validators.Add(o => Range(o, o.GetValueOrDefault<int>(), 1, 4096));
        FanOuts.Validators.Add(o => Array.ForEach(o.GetValueOrDefault<int[]>() ?? [], n => Range(o, n, 1, Circle.Teams)));
        Sizes.Validators.Add(o => Array.ForEach(o.GetValueOrDefault<int[]>() ?? [], n => Range(o, n, 16, 4096)));
        command.SetAction(Run);
        return command;
    }

    private static Option<T[]> Many<T>(string name, string description, params T[] all)
        => new(name) { Description = description, AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => all };

    private static void Range(System.CommandLine.Parsing.OptionResult option, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            option.AddError($"{option.Option.Name} must be {least} to {most}");
        }
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var load = new Load(parsed.GetValue(Writers), TimeSpan.FromSeconds(parsed.GetValue(WarmUp)), TimeSpan.FromSeconds(parsed.GetValue(Seconds)));
        var screen = new FanoutScreen(parsed.GetValue(Json));
        var (rates, delays) = (new List<Outcome>(), new List<Outcome>());
        string? failed = null;
        try
        {
            await screen.Follow(tell => Measure(parsed, load, rates, delays, tell, stop));
        }
        catch (Exception e) when (e is BrokenPromise or RpcException or TimeoutException or InvalidOperationException)
        {
            failed = e.Message;
        }

        // What was measured before something broke was checked then.
        screen.Show(load, rates, delays);
        if (failed is not null)
        {
            await Console.Error.WriteLineAsync(failed);
        }

        return failed is null ? 0 : 1;
    }

    private static async Task Measure(
        ParseResult parsed, Load load, List<Outcome> rates, List<Outcome> delays, Action<string> tell, CancellationToken stop)
    {
        tell("a PostgreSQL of its own");
        await using var server = await PostgresCluster.Start(stop);

        // From there HubSite takes a database for each hub.
        Environment.SetEnvironmentVariable("HUB_TEST_POSTGRES", server.ConnectionString);
        foreach (var store in parsed.GetValue(Stores)!)
        {
            foreach (var bytes in parsed.GetValue(NoRates) ? [] : parsed.GetValue(Sizes)!)
            {
                tell($"plain rows of {bytes} bytes");
                var plain = store == StoreKind.Postgres ? await PlainPostgres.Rate(server.ConnectionString, bytes, stop) : await PlainSqlite.Rate(bytes);
                foreach (var fanOut in parsed.GetValue(FanOuts)!)
                {
                    rates.Add(await Play(new Scenario(store, fanOut, bytes), (stage, what) => Saturation.Measure(stage, what, load, plain, stop)));
                }
            }

            if (!parsed.GetValue(NoDelay))
            {
                var steady = new Scenario(store, Goals.RateFanOut, Goals.RateElementBytes);
                delays.Add(await Play(steady, (stage, what) => OpenLoop.Measure(stage, what, load, Goals.Rate, plainRows: 0, stop)));
            }
        }

        async Task<Outcome> Play(Scenario what, Func<Stage, Scenario, Task<Outcome>> measure)
        {
            tell($"{what}: a hub and its people");
            await using var stage = await Stage.Open(what, load, server.Pid, stop);
            tell($"{what}: updates");
            var outcome = await measure(stage, what);
            await stage.Close();
            tell($"{what}: {outcome.UpdatesPerSecond:0} updates/s, {outcome.PerUpdate(outcome.Cost.Sum):0} µs·core each");
            return outcome;
        }
    }
}
