using System.Diagnostics;
using Hub.Silo;

namespace Hub.Gateway.Tests.Stories;

/// <summary>What operators can follow of one call.</summary>
public sealed class TraceOfACall : IAsyncLifetime
{
    private RunningHub hub = null!;

    public async Task InitializeAsync() => hub = await RunningHub.Start(StoreKind.Embedded, h => h.TraceToNobody());

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Leads_from_the_port_through_the_grains_to_the_commit()
    {
        var council = await hub.Agency("council");
        var ended = new System.Collections.Concurrent.ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await council.Register(People.Sam());
        await hub.StopProcess();

        // Other hubs of this test process are heard too, some of them from the middle of a call on.
        var commits = Traces(a => a.OperationName == "journal.commit" && a.GetTagItem("event") is "child.registered");
        commits.IntersectWith(Traces(a => a.Source.Name == "Microsoft.Orleans.Application"));
        commits.IntersectWith(Traces(a => a.Source.Name == "Microsoft.AspNetCore" || a.OperationName.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)));
        Assert.NotEmpty(commits);

        HashSet<ActivityTraceId> Traces(Func<Activity, bool> which) => [.. ended.Where(which).Select(a => a.TraceId)];
    }
}
