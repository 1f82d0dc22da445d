using Hub.Faults.Load;
using Hub.Faults.Processes;
using Hub.Silo;
using Xunit.Abstractions;

namespace Hub.Faults.Stories;

/// <summary>The host is killed at any instant, again and again, also while it starts.</summary>
public abstract class KilledProcess(StoreKind kind, ITestOutputHelper output) : FaultStory(output)
{
    private const int LeastKills = 4;
    private static readonly int Kills = IsLong ? 110 : 6;
    private static readonly TimeSpan Budget = IsLong ? TimeSpan.FromMinutes(20) : TimeSpan.FromSeconds(25);

    [Fact]
    public Task Every_answered_write_stands_exactly_once_and_no_other() => Play(kind, onAFreshProcess: true, KillAgainAndAgain);

    private static async Task<string> KillAgainAndAgain(HubSite site, Crowd crowd, Chance chance)
    {
        var (kills, inFlight, cut, starting, began) = (0, 0, 0, 0, crowd.History.Now);
        while (kills < Kills && (kills < LeastKills || crowd.History.Now - began < Budget))
        {
            await crowd.MoreAnswers(20 + chance.Below(200));
            await Pause.For(TimeSpan.FromMilliseconds(chance.Below(25)), TimeProvider.System);
            var underWay = crowd.History.UnderWay;
            await site.KillHost();
            var lost = await crowd.History.WithoutAnswer(underWay);
            (kills, inFlight, cut) = (kills + 1, inFlight + (lost > 0 ? 1 : 0), cut + lost);
            if (chance.InHundred(20))
            {
                site.Begin();
                await Pause.For(TimeSpan.FromMilliseconds(50 + chance.Below(1500)), TimeProvider.System);
                await site.KillHost();
                (kills, starting) = (kills + 1, starting + 1);
            }

            await site.Start();
        }

        await crowd.MoreAnswers(20);
        Assert.True(inFlight * 3 >= kills, $"only {inFlight} of {kills} kills met calls in flight");
        return $"{kills} kills in {(crowd.History.Now - began).TotalSeconds:F0} s, {inFlight} with calls in flight ({cut} calls cut), {starting} while starting";
    }
}

/// <summary>On the embedded store.</summary>
[Trait("Runs", "long")]
public sealed class KilledProcessOnEmbedded(ITestOutputHelper output) : KilledProcess(StoreKind.Embedded, output);

/// <summary>On PostgreSQL.</summary>
public sealed class KilledProcessOnPostgres(ITestOutputHelper output) : KilledProcess(StoreKind.Postgres, output);
