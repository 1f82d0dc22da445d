using Hub.Client.Errors;
using Hub.Faults.Load;
using Hub.Faults.Processes;
using Hub.Silo;
using Xunit.Abstractions;

namespace Hub.Faults.Stories;

/// <summary>The database server ends connections, or lets nobody in; the host itself goes on.</summary>
public sealed class FailingPostgres(ITestOutputHelper output) : FaultStory(output)
{
    private static readonly int Terminations = IsLong ? 300 : 30;
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public Task Connections_that_break_while_writing_lose_and_double_nothing() => Play(StoreKind.Postgres, onAFreshProcess: false, EndConnections);

    [Fact]
    public Task While_it_cannot_be_reached_callers_hear_to_try_again_and_the_hub_goes_on_by_itself_afterwards()
        => Play(StoreKind.Postgres, onAFreshProcess: false, ShutOut);

    private static async Task<string> EndConnections(HubSite site, Crowd crowd, Chance chance)
    {
        var atWork = 0;
        for (var i = 0; i < Terminations; i++)
        {
            await crowd.MoreAnswers(1 + chance.Below(12));
            if (i % 6 == 5)
            {
                await site.Database!.EndAll();
            }
            else if (await site.Database!.EndLaneAtWork(looks: 300))
            {
                atWork++;
            }
        }

        await crowd.MoreAnswers(60);
        Assert.False(site.Host.Ended.IsCompleted);
        Assert.True(atWork * 3 >= Terminations, $"only {atWork} of {Terminations} rounds met a lane at work");
        return $"{Terminations} rounds, {atWork} met a lane at work, {site.Said("settling")} batches had to be settled";
    }

    private static async Task<string> ShutOut(HubSite site, Crowd crowd, Chance chance)
    {
        await crowd.MoreAnswers(60 + chance.Below(20));
        var closed = crowd.History.Now;
        await site.Database!.Close();
        while (crowd.History.Now - closed < Outage || !EverybodyWasToldToTryAgain())
        {
            Assert.True(crowd.History.Now - closed < Patience, "not everybody was told to try again");
            await Pause.For(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        await site.Database.Reopen();
        var reopened = crowd.History.Now;
        await crowd.MoreAnswers(100);
        var recovered = crowd.History.Now - reopened;
        Assert.False(site.Host.Ended.IsCompleted);

        // Who also reads an inbox may lose the connection: what it was given and has not confirmed may not wait in it once the lease is over.
        var others = crowd.History.Attempts
            .Where(a => a.Ended > closed && !a.IsAnswer && crowd.Workers.Any(w => w.Caller.Name == a.Worker))
            .Where(a => a.Outcome is not HubReasons.TryAgain and not HubReasons.NotYetSilent);
        Assert.Empty(others.Select(a => a.Outcome).Distinct());
        var slowest = crowd.History.Attempts.Where(a => a.Ended > closed).Max(a => a.Ended - a.Began);
        return $"shut out for {(reopened - closed).TotalSeconds:F1} s, slowest call {slowest.TotalSeconds:F1} s, 100 answers {recovered.TotalSeconds:F1} s after";

        bool EverybodyWasToldToTryAgain() => crowd.Workers.All(w =>
            crowd.History.Attempts.Any(a => a.Worker == w.Caller.Name && a.Began > closed && a.Outcome == HubReasons.TryAgain));
    }
}
