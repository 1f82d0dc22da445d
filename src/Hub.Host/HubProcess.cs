using Hub.Host.Cluster;
using Hub.Host.Configuration;
using Hub.Silo;
using Hub.Silo.Audit;

namespace Hub.Host;

/// <summary>A running hub, or one process of it: silo and gateway together, or one of them.</summary>
public sealed class HubProcess : IAsyncDisposable
{
    private readonly IHost host;
    private readonly HubSilo? silo;

    private HubProcess(IHost host, HubSilo? silo) => (this.host, this.silo) = (host, silo);

    private HubSilo Silo => silo ?? throw new InvalidOperationException("a gateway has no journal");

    /// <summary>Silo and gateway in one process.</summary>
    public static Task<HubProcess> Start(HubOptions options, TimeProvider time, Action<ILoggingBuilder>? logging, CancellationToken stop)
        => Start(HubRole.All, options, time, logging, stop);

    /// <summary>Opens the store, starts the silo or finds those of the cluster, then the ports. Throws with one sentence for the operator when
    /// it cannot.</summary>
    public static async Task<HubProcess> Start(
        HubRole role, HubOptions options, TimeProvider time, Action<ILoggingBuilder>? logging, CancellationToken stop)
    {
        RoleSettings.Require(role, options);
        var foundations = role == HubRole.Gateway ? null : await HubSilo.Open(options.Silo, time, stop);
        IHost? built = null;
        try
        {
            built = new HubHost(role, options, foundations, time, logging).Build();
            await (role == HubRole.Gateway ? StartAsGateway(built, stop) : built.StartAsync(stop));
            return new HubProcess(built, foundations);
        }
        catch
        {
            if (built is not null)
            {
                await EndInOrder(built);
            }

            if (foundations is not null)
            {
                await foundations.DisposeAsync();
            }

            throw;
        }
    }

    /// <summary>Reads the whole journal while the hub runs.</summary>
    public Task<AuditReport> Audit(CancellationToken stop) => Silo.Audit(null, stop);

    /// <summary>Reads every decision about sharing while the hub runs.</summary>
    public Task<DecisionReport> Decisions(CancellationToken stop) => Silo.Decisions(stop);

    /// <summary>Ends when the process is told to stop. Throws with one sentence when it must not go on.</summary>
    public async Task WaitForShutdown(CancellationToken stop)
    {
        using var over = new CancellationTokenSource();
        var told = host.WaitForShutdownAsync(stop);
        Task[] ends = silo is null ? [told] : [told, silo.DatabaseStays(over.Token), silo.NobodyElseRuns(over.Token)];
        await await Task.WhenAny(ends);
        await over.CancelAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await End(host);
        if (silo is not null)
        {
            await silo.DisposeAsync();
        }
    }

    // Whom nobody lets in would try for ever.
    private static async Task StartAsGateway(IHost built, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(WayIn.Patience);
        try
        {
            await built.StartAsync(patience.Token);
        }
        catch (Exception) when (patience.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            throw built.Services.GetRequiredService<WayIn>().Closed();
        }
    }

    // What has started already ends in order, instead of failing loudly over its disposed parts.
    private static async Task EndInOrder(IHost built)
    {
        try
        {
            await built.StopAsync(CancellationToken.None);
        }
        catch (Exception e) when (e is InvalidOperationException or AggregateException)
        {
            // Orleans does not stop a silo that had not started; the operator must hear the cause of that and not this.
        }

        await End(built);
    }

    private static async ValueTask End(IHost built)
    {
        if (built is IAsyncDisposable end)
        {
            await end.DisposeAsync();
        }
    }
}
