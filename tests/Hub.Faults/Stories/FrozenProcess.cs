using Hub.Faults.Load;
using Hub.Faults.Processes;
using Hub.Silo;
using Xunit.Abstractions;

namespace Hub.Faults.Stories;

/// <summary>The host stands still for some seconds, as a machine that is moved or swaps, and goes on as if nothing had been.</summary>
public abstract class FrozenProcess(StoreKind kind, ITestOutputHelper output) : FaultStory(output)
{
    private static readonly int Freezes = IsLong ? 20 : 2;

    [Fact]
    public Task Every_answered_write_stands_exactly_once_and_no_other() => Play(kind, onAFreshProcess: false, FreezeAgainAndAgain);

    private static async Task<string> FreezeAgainAndAgain(HubSite site, Crowd crowd, Chance chance)
    {
        for (var i = 0; i < Freezes; i++)
        {
            await crowd.MoreAnswers(30 + chance.Below(50));
            site.Host.Freeze();
            await Pause.For(TimeSpan.FromMilliseconds(2000 + chance.Below(1500)), TimeProvider.System);
            site.Host.Thaw();
        }

        await crowd.MoreAnswers(60);
        return $"{Freezes} freezes";
    }
}

/// <summary>On the embedded store.</summary>
[Trait("Runs", "long")]
public sealed class FrozenProcessOnEmbedded(ITestOutputHelper output) : FrozenProcess(StoreKind.Embedded, output);

/// <summary>On PostgreSQL.</summary>
public sealed class FrozenProcessOnPostgres(ITestOutputHelper output) : FrozenProcess(StoreKind.Postgres, output);
