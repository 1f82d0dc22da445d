using Hub.Gateway.Calls;
using Hub.Host.Configuration;
using Hub.Silo.Agreements;
using Hub.Silo.Alerts;
using Hub.Silo.Cluster;
using Hub.Silo.Inbox;
using Hub.Silo.Journal;
using Hub.Silo.Probing;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Hub.Host.Telemetry;

/// <summary>Wires OpenTelemetry: our own meters and traces, the server's, Orleans' calls without their grain keys, the runtime's.</summary>
internal static class HubTelemetry
{
    public static void AddHubTelemetry(this IServiceCollection services, TelemetryOptions options)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("safeguarding-hub"))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(
                    JournalTelemetry.Name, ConcernTelemetry.Name, AgreementTelemetry.Name, InboxTelemetry.Name, ClusterTelemetry.Name, ProbingTelemetry.Name, CallTelemetry.Name, "Microsoft.Orleans")
                    .AddAspNetCoreInstrumentation().AddRuntimeInstrumentation();
                if (options.Listen.Length > 0)
                {
                    metrics.AddPrometheusExporter();
                }
            });

        // Without a collector nobody would see a trace: then none is made.
        if (options.OtlpEndpoint.Length > 0)
        {
            telemetry.WithMetrics(m => m.AddOtlpExporter(o => o.Endpoint = new Uri(options.OtlpEndpoint)))
                .WithTracing(tracing => tracing.AddSource(JournalTelemetry.Name, GrainCalls.Source).AddProcessor<GrainCalls>()
                    .AddAspNetCoreInstrumentation().AddOtlpExporter(o => o.Endpoint = new Uri(options.OtlpEndpoint)));
        }
    }

    /// <summary>Lets a trace go on through calls between grains, where one is made.</summary>
    public static void AddHubTelemetry(this ISiloBuilder silo, TelemetryOptions options)
    {
        if (options.OtlpEndpoint.Length > 0)
        {
            silo.AddActivityPropagation();
        }
    }

    /// <summary>The same from a gateway.</summary>
    public static void AddHubTelemetry(this IClientBuilder client, TelemetryOptions options)
    {
        if (options.OtlpEndpoint.Length > 0)
        {
            client.AddActivityPropagation();
        }
    }
}
