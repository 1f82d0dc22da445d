using System.Globalization;
using System.Security.Cryptography;
using Hub.Faults.Cluster;
using Hub.Faults.Load;
using Hub.Faults.Stories;
using Xunit.Abstractions;

namespace Hub.Faults.Race;

/// <summary>Once a call that takes something away has returned, nothing that rests on it is handed over any more: on no silo, through no gateway, to
/// no reader, however slow, and whatever stands still or dies meanwhile. <c>HUB_TEST_SEED</c> plays the choices of a race again, though not its
/// threads.</summary>
public sealed class ARaceOfNarrowings(ITestOutputHelper output)
{
    private const int Trusts = 6;
    private const int Partners = 6;
    private const int StaffTeams = 4;
    private const int Keyholders = 2;
    private const int LeastInFlight = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Hands_nothing_over_after_a_return()
    {
        var seed = Environment.GetEnvironmentVariable("HUB_TEST_SEED") is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : RandomNumberGenerator.GetInt32(int.MaxValue);
        output.WriteLine($"seed {seed}");
        var (chance, clock) = (new Chance((ulong)seed), new RaceClock());
        ThreadPool.SetMinThreads(64, 64);
        await using var cluster = await HubCluster.Create();
        await Task.WhenAll(cluster.Start("silo-1"), cluster.Start("silo-2"), cluster.Start("gateway-1"), cluster.Start("gateway-2"));
        using var world = new World(cluster, clock, chance);
        await world.Build(Trusts, Partners, StaffTeams, Keyholders);
        output.WriteLine($"set up after {clock.Now / 1_000_000} s");
        var (people, rounds, span) = FaultStory.IsLong ? (8_400, 100, TimeSpan.FromMinutes(34)) : (216, 6, TimeSpan.FromSeconds(50));
        using var narrowings = new Narrowings(world, people, rounds, span, chance.Branch());
        var faults = new Faults(cluster, clock, chance.Branch());
        using var finish = new CancellationTokenSource();
        var watching = clock.Watch(finish.Token);
        var failing = faults.Run(finish.Token);
        var narrowing = narrowings.Run();
        try
        {
            await await Task.WhenAny(narrowing, Failed(failing));
            await narrowing;
        }
        finally
        {
            // Whatever went wrong, nobody starts processes any more when the cluster is put away.
            await finish.CancelAsync();
            await failing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        await failing;
        await watching;
        output.WriteLine($"all narrowed after {clock.Now / 1_000_000} s");
        await AllHasCome(world, narrowings);
        await world.EndListening();
        var ledger = await Ledger.Read(cluster.Database, clock);
        var heard = world.Listeners.Select(l => new Heard(l, ledger)).ToList();
        var checker = new RaceChecker(narrowings.Done, heard, clock);
        checker.Run(narrowings.Kept);
        foreach (var line in RaceTable.Of(narrowings, faults.Done, checker, heard, clock))
        {
            output.WriteLine(line);
        }

        output.WriteLine($"checked after {clock.Now / 1_000_000} s");
        Assert.True(
            checker.Broken.Count == 0,
            $"seed {seed}, {checker.Broken.Count} promises broken, after return {checker.FirstBroken} of {narrowings.Done.Count} for the first time:\n{string.Join('\n', checker.Broken.Take(20))}");
        Assert.All(
            faults.Done.CountBy(f => f.What), f => Assert.True(f.Value >= Faults.EachAtLeast, $"{f.Key} happened only {f.Value} times"));
        Assert.Equal(Faults.Kinds, faults.Done.CountBy(f => f.What).Count());
        Assert.True(checker.InFlight.Count * 100 >= narrowings.Done.Count * LeastInFlight, "too little was in flight for this race to show anything");
    }

    /// <summary>What is missing after its patience is for the checker to say. Tells for whom it was waited longest.</summary>
    private async Task AllHasCome(World world, Narrowings narrowings)
    {
        var missing = "nobody";
        for (var began = world.Clock.Now; world.Clock.Now - began < Patience.TotalMicroseconds;)
        {
            var prompt = world.Listeners.Where(l => l.MustHearAll).ToDictionary(l => l, l => new Heard(l));
            var waits = narrowings.Kept.SelectMany(k => prompt.Keys.Where(l => l.Team == k.Team).Select(l => (k.Child, Listener: l))).FirstOrDefault(
                w => prompt[w.Listener].Saying(w.Child.Mark).Select(a => a.Delivery.DeliveryId).Where(w.Listener.Confirmed.ContainsKey).Distinct(StringComparer.Ordinal).Count()
                    < w.Child.Told);
            if (waits == default)
            {
                output.WriteLine($"all had come after {(world.Clock.Now - began) / 1_000_000} s, at last to {missing}");
                return;
            }

            var (child, listener) = waits;
            missing = $"{listener.Team}/{listener.Subscriber}, of {child.Told} of {child.Mark} "
                + $"{prompt[listener].Saying(child.Mark).Select(a => a.Delivery.DeliveryId).Distinct(StringComparer.Ordinal).Count()} had come";
            await Pause.For(TimeSpan.FromSeconds(1), TimeProvider.System);
        }
    }

    private static async Task Failed(Task task)
    {
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await (task.IsFaulted ? task : new TaskCompletionSource().Task);
    }
}
