using System.Net;
using Hub.Silo.Register;

namespace Hub.Host.Health;

/// <summary>The operators' plain HTTP port: /metrics and /health and nothing else. What arrives there never reaches the agencies' API,
/// whatever host it names.</summary>
internal static class OperatorPort
{
    public static void UseOperatorPort(this WebApplication app, IPEndPoint listen, IdentityOptions identity)
        => app.MapWhen(context => context.Connection.LocalPort == listen.Port, inner =>
        {
            // The server has looked for an endpoint already, among the agencies' too.
            inner.Use((context, next) =>
            {
                context.SetEndpoint(null);
                return next(context);
            });
            inner.UseRouting();
            inner.UseEndpoints(routes =>
            {
                routes.MapPrometheusScrapingEndpoint("/metrics");
                routes.MapGet("/health", () => Results.Json(Answer(identity)));
            });
        });

    private static object Answer(IdentityOptions identity) => new
    {
        status = "up",
        warnings = identity.AllowUnsignedPractitioners ? new[] { "unsigned practitioners are accepted: development only" } : [],
    };
}
