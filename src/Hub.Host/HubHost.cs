using Hub.Gateway;
using Hub.Gateway.Connections;
using Hub.Host.Cluster;
using Hub.Host.Configuration;
using Hub.Host.Health;
using Hub.Host.Telemetry;
using Hub.Silo;
using Hub.Silo.Membership;
using Orleans.Configuration;

namespace Hub.Host;

/// <summary>Puts one process of a hub together, by its role.</summary>
internal sealed class HubHost(HubRole role, HubOptions options, HubSilo? foundations, TimeProvider time, Action<ILoggingBuilder>? logging)
{
    private bool HasOperators => options.Telemetry.Listen.Length > 0;

    public IHost Build() => role == HubRole.Silo && !HasOperators ? WithoutPorts() : WithPorts();

    // A server without a port to listen on would listen where nobody told it to.
    private IHost WithoutPorts()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        AddInside(builder);
        return builder.Build();
    }

    private WebApplication WithPorts()
    {
        // Empty: settings reach the hub through its own tree only, and never through a key that nobody checks.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        AddInside(builder);
        if (role != HubRole.Silo)
        {
            // After the silo, for what is added last ends first: health checks would ask a silo that has ended, and fail loudly.
            builder.Services.AddHubGateway().AddHealthChecks();
        }

        builder.WebHost.UseKestrel(kestrel =>
        {
            if (role != HubRole.Silo)
            {
                var agencies = options.Gateway;
                kestrel.ListenHubGateway(
                    HubSettings.Endpoint("Gateway:Listen", agencies.Listen),
                    GatewayCertificates.FromPemFiles(agencies.CertificateFile, agencies.KeyFile, agencies.AuthoritiesFile));
            }

            if (HasOperators)
            {
                kestrel.Listen(HubSettings.Endpoint("Telemetry:Listen", options.Telemetry.Listen));
            }
        });
        var web = builder.Build();
        if (HasOperators)
        {
            web.UseOperatorPort(HubSettings.Endpoint("Telemetry:Listen", options.Telemetry.Listen), options.Silo.Identity);
        }

        if (role != HubRole.Silo)
        {
            web.MapHubGateway();
        }

        return web;
    }

    private void AddInside(IHostApplicationBuilder builder)
    {
        builder.Logging.AddHubLogging();
        logging?.Invoke(builder.Logging);
        builder.Services.AddSingleton(time);
        builder.Services.AddHubTelemetry(options.Telemetry);
        if (options.Cluster.IsAsked)
        {
            builder.Services.AddClusterDoor(options.Cluster);
        }

        if (foundations is not null)
        {
            builder.UseOrleans(silo =>
            {
                foundations.Configure(silo, options.Cluster.IsAsked ? ClusterDoor.Guard : null);
                silo.AddHubTelemetry(options.Telemetry);
            });
            return;
        }

        builder.Services.AddSingleton<WayIn>();
        builder.UseOrleansClient(client =>
        {
            client.FindSilos(options.Silo.Number, options.Cluster.Membership);
            ClusterDoor.Guard(client);
            client.UseConnectionRetryFilter<WayIn>();
            client.Configure<ClientMessagingOptions>(o => o.ResponseTimeout = TimeSpan.FromSeconds(60));
            client.AddHubTelemetry(options.Telemetry);
        });
    }
}
