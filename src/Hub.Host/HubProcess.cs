using Hub.Gateway;
using Hub.Gateway.Connections;
using Hub.Host.Configuration;
using Hub.Host.Health;
using Hub.Host.Telemetry;
using Hub.Silo;
using Hub.Silo.Audit;

namespace Hub.Host;

/// <summary>A running hub: silo and gateway in one process.</summary>
public sealed class HubProcess : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HubSilo silo;

    private HubProcess(WebApplication app, HubSilo silo) => (this.app, this.silo) = (app, silo);

    /// <summary>Opens the store, starts the silo, then the port. Throws with one sentence for the operator when it cannot.</summary>
    public static async Task<HubProcess> Start(HubOptions options, TimeProvider time, Action<ILoggingBuilder>? logging, CancellationToken stop)
    {
        var foundations = await HubSilo.Open(options.Silo, time, stop);
        WebApplication? web = null;
        try
        {
            web = Build(options, foundations, time, logging);
            await web.StartAsync(stop);
            return new HubProcess(web, foundations);
        }
        catch
        {
            if (web is not null)
            {
                await EndInOrder(web);
            }

            await foundations.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads the whole journal while the hub runs.</summary>
    public Task<AuditReport> Audit(CancellationToken stop) => silo.Audit(null, stop);

    /// <summary>Reads every decision about sharing while the hub runs.</summary>
    public Task<DecisionReport> Decisions(CancellationToken stop) => silo.Decisions(stop);

    /// <summary>Ends when the process is told to stop.</summary>
    public Task WaitForShutdown(CancellationToken stop) => app.WaitForShutdownAsync(stop);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await silo.DisposeAsync();
    }

    // What has started already ends in order, instead of failing loudly over its disposed parts.
    private static async Task EndInOrder(WebApplication web)
    {
        try
        {
            await web.StopAsync(CancellationToken.None);
        }
        catch (Exception e) when (e is InvalidOperationException or AggregateException)
        {
            // Orleans does not stop a silo that had not started; the operator must hear the cause of that and not this.
        }

        await web.DisposeAsync();
    }

    private static WebApplication Build(HubOptions options, HubSilo foundations, TimeProvider time, Action<ILoggingBuilder>? logging)
    {
        // Empty: settings reach the hub through its own tree only, and never through a key that nobody checks.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.AddHubLogging();
        logging?.Invoke(builder.Logging);
        builder.Services.AddSingleton(time).AddRoutingCore();
        builder.Services.AddHubTelemetry(options.Telemetry);
        builder.UseOrleans(silo =>
        {
            foundations.Configure(silo);
            silo.AddHubTelemetry(options.Telemetry);
        });

        // After the silo, for what is added last ends first: health checks would ask a silo that has ended, and fail loudly.
        builder.Services.AddHubGateway().AddHealthChecks();
        var certificates = GatewayCertificates.FromPemFiles(options.Gateway.CertificateFile, options.Gateway.KeyFile, options.Gateway.AuthoritiesFile);
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.ListenHubGateway(HubSettings.Endpoint("Gateway:Listen", options.Gateway.Listen), certificates);
            if (options.Telemetry.Listen.Length > 0)
            {
                kestrel.Listen(HubSettings.Endpoint("Telemetry:Listen", options.Telemetry.Listen));
            }
        });
        var web = builder.Build();
        if (options.Telemetry.Listen.Length > 0)
        {
            web.UseOperatorPort(HubSettings.Endpoint("Telemetry:Listen", options.Telemetry.Listen), options.Silo.Identity);
        }

        web.MapHubGateway();
        return web;
    }
}
