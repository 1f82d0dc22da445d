using System.Collections.Concurrent;
using Hub.Faults.Cluster;
using Hub.Faults.Load;

namespace Hub.Faults.Race;

/// <summary>One process that stood still or was killed, from then until it was up again.</summary>
internal sealed record Fault(string What, string Process, long From, long To);

/// <summary>Lets processes stand still, and kills them and starts them again. Of two of a kind one is always whole.</summary>
internal sealed class Faults(HubCluster cluster, RaceClock clock, Chance chance)
{
    public const int EachAtLeast = 5;

    /// <summary>Two of silos, two of gateways.</summary>
    public const int Kinds = 4;

    private const int LongerThanALease = 3500;
    private const int Longest = 5000;
    private readonly ConcurrentQueue<Fault> done = new();

    public IReadOnlyCollection<Fault> Done => done;

    /// <summary>Goes on until told to finish, and each fault has happened often enough. A silo and a gateway fail together, in all four ways, and in
    /// between all is quiet for a moment.</summary>
    public async Task Run(CancellationToken finish)
    {
        for (var n = 0; n < 2 * EachAtLeast || !finish.IsCancellationRequested; n++)
        {
            await Pause.For(TimeSpan.FromMilliseconds(500 + chance.Below(1000)), TimeProvider.System);
            await Task.WhenAll(Fail("silo", n % 2 == 0, chance.Branch()), Fail("gateway", n / EachAtLeast % 2 == 0, chance.Branch()));
        }
    }

    private async Task Fail(string kind, bool stands, Chance own)
    {
        await Task.WhenAll(IsUp($"{kind}-1"), IsUp($"{kind}-2"));
        await Pause.For(TimeSpan.FromMilliseconds(1 + own.Below(500)), TimeProvider.System);
        var (name, from) = ($"{kind}-{1 + own.Below(2)}", clock.Now);
        await (stands ? StandStill(name, own) : KillAndStart(name, own));
        done.Enqueue(new Fault($"{kind} {(stands ? "stood still" : "killed")}", name, from, clock.Now));
    }

    private async Task StandStill(string name, Chance own)
    {
        var process = cluster.Of(name);
        process.Freeze();
        var milliseconds = own.InHundred(30) ? LongerThanALease + own.Below(Longest - LongerThanALease) : 300 + own.Below(1500);
        await Pause.For(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System);
        process.Thaw();
    }

    /// <summary>A silo that stood still may have been declared dead, and ends by itself when it hears of that; so does whoever comes while the other kind is
    /// missing.</summary>
    private async Task IsUp(string name)
    {
        while (cluster.Of(name).Ended.IsCompleted)
        {
            await Start(name);
        }
    }

    private async Task KillAndStart(string name, Chance own)
    {
        cluster.Of(name).Kill();
        await Pause.For(TimeSpan.FromMilliseconds(1 + own.Below(500)), TimeProvider.System);
        await Start(name);
        await IsUp(name);
    }

    private async Task Start(string name)
    {
        try
        {
            await cluster.Start(name);
        }
        catch (InvalidOperationException)
        {
            // It has ended before it was up.
        }
    }
}
