using Hub.Agencies.V1;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Faults.Load;
using Hub.Faults.Processes;
using Hub.Silo;
using Xunit.Abstractions;

namespace Hub.Faults.Stories;

/// <summary>The hub is away for so long that a client which pauses longer and longer would miss its return. Long enough to show that only
/// with <c>--long</c>.</summary>
public sealed class LongAbsence(ITestOutputHelper output)
{
    private static readonly TimeSpan Absence = FaultStory.IsLong ? TimeSpan.FromSeconds(46) : TimeSpan.FromSeconds(4);

    [Fact]
    public async Task A_client_that_asks_again_and_again_is_answered_soon_after_the_return()
    {
        await using var site = await HubSite.Create(StoreKind.Embedded);
        await site.Start();
        var (client, history, chance) = (site.Client("registrar"), new History(TimeProvider.System), new Chance(1));
        await Admit(client, history, chance, "before");
        await site.KillHost();
        var instants = await Task.WhenAll(Admit(client, history, chance, "after"), Return(site, history));
        var late = instants[0] - instants[1];
        output.WriteLine($"away for {Absence.TotalSeconds} s, answered {late.TotalSeconds:F1} s after the return");
        Assert.True(late < HubRetry.Default.LongestPause + TimeSpan.FromSeconds(2), $"answered only {late.TotalSeconds:F1} s after the return");
    }

    private static async Task<TimeSpan> Return(HubSite site, History history)
    {
        await Pause.For(Absence, TimeProvider.System);
        await site.Start();
        return history.Now;
    }

    /// <summary>When it was answered.</summary>
    private static async Task<TimeSpan> Admit(HubClient client, History history, Chance chance, string name)
    {
        var request = new AdmitAgencyRequest { RequestId = name, AgencyId = name, Name = "Fictional agency", Sector = Sector.Housing, DutyNumber = "999 0100" };
        var ask = new Ask(name, "AdmitAgency", async o => await client.Agencies.AdmitAgencyAsync(request, o));
        Assert.False((await new Asking("registrar", history, TimeProvider.System, chance).UntilAnswered(ask)).IsRefused);
        return history.Now;
    }
}
