using Hub.Benchmarks.Costs;
using Hub.Client;
using Hub.Client.Calls;
using Hub.Client.Connections;

namespace Hub.Benchmarks.Servers;

/// <summary>A running hub as those who measure it see it: agencies' clients, the operators' ports and the processes.</summary>
internal abstract class HubPlace : IAsyncDisposable
{
    private readonly List<HttpClient> operators = [];

    /// <summary>Issues agencies' certificates.</summary>
    public abstract CertificateAuthority Authority { get; }

    public abstract IReadOnlyList<int> Pids { get; }

    public abstract HubClient Client(string key, string? agency = null, string? practitioner = null, HubRetry? retry = null);

    /// <summary>What all of its processes have counted.</summary>
    public async Task<HubCounters> Counters(CancellationToken stop)
    {
        var read = await Task.WhenAll(operators.Select(o => HubCounters.Read(o, stop)));
        return read.Aggregate((a, b) => a.And(b));
    }

    public virtual ValueTask DisposeAsync()
    {
        operators.ForEach(o => o.Dispose());
        return ValueTask.CompletedTask;
    }

    protected void Ask(int port) => operators.Add(new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") });
}
