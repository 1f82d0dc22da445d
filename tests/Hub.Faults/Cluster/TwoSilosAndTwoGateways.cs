using System.Diagnostics;
using Hub.Faults.Load;
using Xunit.Abstractions;

namespace Hub.Faults.Cluster;

/// <summary>A hub of four processes under the roles that may do least.</summary>
public sealed class TwoSilosAndTwoGateways(ITestOutputHelper output)
{
    private const int Children = 24;
    private const int Writers = 4;
    private static readonly string[] Harmless = ["OK", "TRY_AGAIN", "broken Unavailable"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    [Trait("Runs", "long")]
    public async Task A_plan_opened_through_one_gateway_is_read_through_the_other()
    {
        await using var cluster = await HubCluster.Create();
        var council = await Council.AtAFullCluster(cluster);
        await council.Open(council.First, 6);
        await council.Open(council.Second, 6);
        foreach (var plan in council.Plans)
        {
            var (first, second) = (await Council.Read(council.First, plan), await Council.Read(council.Second, plan));
            Assert.Equal(first, second);
            Assert.Single(first.Plan.Elements);
        }

        Assert.Equal(2, await Membership.CountActive(cluster.Database));
    }

    [Fact]
    public async Task People_of_a_silo_that_was_killed_answer_again()
    {
        await using var cluster = await HubCluster.Create();
        var council = await Council.AtAFullCluster(cluster);
        await council.Open(council.First, Children);
        cluster.Of("silo-1").Kill();
        var since = Stopwatch.StartNew();
        var declared = Membership.Until(cluster.Database, 1, Patience);
        var reads = council.Plans.SelectMany(p => new[] { Council.Read(council.First, p), Council.Read(council.Second, p) }).ToList();
        await declared;
        output.WriteLine($"declared dead after {since.Elapsed.TotalSeconds:F1} s");
        await Task.WhenAll(reads);
        output.WriteLine($"all {Children} people answered through both gateways after {since.Elapsed.TotalSeconds:F1} s");
        Assert.InRange(since.Elapsed, TimeSpan.Zero, Patience);

        await council.Open(council.Second, 4);
        await cluster.Start("silo-1");
        Assert.Equal(2, await Membership.CountActive(cluster.Database));
        await council.Open(council.First, 4);
        output.WriteLine(Outcomes(council.History));
    }

    [Fact]
    public async Task No_call_is_lost_while_a_silo_ends_in_order()
    {
        await using var cluster = await HubCluster.Create();
        var council = await Council.AtAFullCluster(cluster);
        await council.Open(council.First, Writers * 2);
        using var finish = new CancellationTokenSource();
        var writers = council.Plans.Select((p, i) => Council.Revise(i < Writers ? council.First : council.Second, p, finish.Token)).ToList();
        await council.History.MoreAnswers(100, Patience);
        var since = Stopwatch.StartNew();
        cluster.Of("silo-1").Terminate();
        var code = await cluster.Of("silo-1").ExitCode();
        output.WriteLine($"the silo ended with {code} after {since.Elapsed.TotalSeconds:F1} s");
        await council.History.MoreAnswers(100, Patience);
        await finish.CancelAsync();
        var standing = await Task.WhenAll(writers);
        output.WriteLine($"{Outcomes(council.History)}; the slowest call {council.History.Attempts.Max(a => a.Ended - a.Began).TotalSeconds:F1} s");
        Assert.Equal(0, code);
        Assert.All(council.History.Attempts, a => Assert.Contains(a.Outcome, Harmless));
        foreach (var (plan, texts) in council.Plans.Zip(standing))
        {
            Assert.Equal(texts, (await Council.Read(council.Second, plan)).Plan.Elements.Select(e => e.Content.Text));
        }
    }

    private static string Outcomes(History history)
        => string.Join(", ", history.Attempts.GroupBy(a => a.Outcome).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} {g.Count()}"));
}
