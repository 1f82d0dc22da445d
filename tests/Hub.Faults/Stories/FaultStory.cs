using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Hub.Faults.Checks;
using Hub.Faults.Load;
using Hub.Faults.Processes;
using Hub.Silo;
using Xunit.Abstractions;

namespace Hub.Faults.Stories;

/// <summary>A hub under load, a fault, and the question what stands afterwards. <c>HUB_TEST_SEED</c> plays a run again.</summary>
public abstract class FaultStory(ITestOutputHelper output)
{
    private const int Alone = 3;
    private const int Leading = 3;

    internal static bool IsLong => Environment.GetEnvironmentVariable("HUB_TEST_LONG") == "1";

    /// <summary>Plays the faults while agencies work, then checks. The faults tell in a few words what they did.</summary>
    private protected async Task Play(StoreKind kind, bool onAFreshProcess, Func<HubSite, Crowd, Chance, Task<string>> faults, Action<JsonObject>? set = null)
    {
        var seed = Environment.GetEnvironmentVariable("HUB_TEST_SEED") is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : RandomNumberGenerator.GetInt32(int.MaxValue);
        output.WriteLine($"seed {seed}");
        var chance = new Chance((ulong)seed);
        await using var site = await HubSite.Create(kind);
        set?.Invoke(site.Settings);
        await site.Start();
        using var crowd = await Crowd.Gather(site, Alone, Leading, chance);
        try
        {
            crowd.Begin();
            var done = await faults(site, crowd, chance);
            await crowd.Finish();
            var tries = crowd.History.Attempts;
            output.WriteLine($"{kind}: {done}; {crowd.Callers.Sum(w => w.Asked.Count)} requests, {Outcomes(tries)}");
            if (onAFreshProcess)
            {
                await site.KillHost();
                await site.Start();
            }

            var checker = new Checker(site, crowd);
            var broken = await checker.Run(chance);
            output.WriteLine($"{checker.AnswersGivenAgain} answers were lost after the write stood, and given again; {checker.Delivered.Deliveries} deliveries, {checker.Delivered.Repeats} came again");
            Assert.True(broken.Count == 0, $"seed {seed}, {broken.Count} promises broken:\n{string.Join('\n', broken.Take(20))}");
        }
        catch
        {
            output.WriteLine($"history and log: {await Keep(crowd.History, site.Host, $"{kind}-{seed}")}");
            throw;
        }
    }

    private static string Outcomes(IReadOnlyCollection<Attempt> tries)
        => $"{tries.Count} tries: " + string.Join(", ", tries.GroupBy(t => t.Outcome).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} {g.Count()}"));

    private static async Task<string> Keep(History history, HostProcess last, string name)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "histories")).FullName, $"{name}.txt");
        await File.WriteAllLinesAsync(path, [.. history.Lines(), last.Errors, last.Output]);
        return path;
    }
}
