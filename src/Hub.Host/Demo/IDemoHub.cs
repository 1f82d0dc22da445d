using Hub.Silo.Audit;

namespace Hub.Host.Demo;

/// <summary>The hub that the story is played on, however it was staged.</summary>
internal interface IDemoHub : IAsyncDisposable
{
    /// <summary>Where agencies call it: address and port of each gateway.</summary>
    IReadOnlyList<string> Gateways { get; }

    /// <summary>Operators' ports of the processes that run.</summary>
    IReadOnlyList<string> Operators { get; }

    /// <summary>What befalls this hub in mid-story, as acts between the story's own.</summary>
    IReadOnlyList<Func<DemoStory, Task>> Mishaps { get; }

    /// <summary>Reads the whole journal while the hub runs.</summary>
    Task<AuditReport> Audit(CancellationToken stop);

    /// <summary>Reads every decision about sharing while the hub runs.</summary>
    Task<DecisionReport> Decisions(CancellationToken stop);

    /// <summary>What this hub promises beyond the story, once the journal has been read.</summary>
    IEnumerable<DemoNote> Promises(AuditReport audit);

    /// <summary>Ends when the demo is told to stop; throws when the hub has ended by itself.</summary>
    Task WaitForShutdown(CancellationToken stop);
}
