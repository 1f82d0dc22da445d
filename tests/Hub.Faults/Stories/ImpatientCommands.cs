using System.Text.Json.Nodes;
using Hub.Client.Errors;
using Hub.Faults.Load;
using Hub.Faults.Processes;
using Hub.Silo;
using Xunit.Abstractions;

namespace Hub.Faults.Stories;

/// <summary>Commands give up so soon that many commits stand only after their caller was told to try again: owners are in doubt all the
/// time.</summary>
public abstract class ImpatientCommands(StoreKind kind, ITestOutputHelper output) : FaultStory(output)
{
    private static readonly int Answers = IsLong ? 5000 : 160;

    [Fact]
    public Task What_stood_after_its_caller_gave_up_is_found_again()
        => Play(kind, onAFreshProcess: false, GiveUpSoon, s => s["Silo"]!["Journal"] = new JsonObject { ["CommandTimeout"] = "00:00:00.004" });

    private static async Task<string> GiveUpSoon(HubSite site, Crowd crowd, Chance chance)
    {
        await crowd.MoreAnswers(Answers);
        Assert.Contains(crowd.History.Attempts, a => a.Outcome == HubReasons.TryAgain);
        return $"{Answers} answers";
    }
}

/// <summary>On the embedded store.</summary>
[Trait("Runs", "long")]
public sealed class ImpatientCommandsOnEmbedded(ITestOutputHelper output) : ImpatientCommands(StoreKind.Embedded, output);

/// <summary>On PostgreSQL.</summary>
public sealed class ImpatientCommandsOnPostgres(ITestOutputHelper output) : ImpatientCommands(StoreKind.Postgres, output);
