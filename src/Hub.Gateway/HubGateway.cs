using Grpc.AspNetCore.Server;
using Hub.Gateway.Adoptions;
using Hub.Gateway.Adults;
using Hub.Gateway.Agencies;
using Hub.Gateway.Agreements;
using Hub.Gateway.Alerts;
using Hub.Gateway.Calls;
using Hub.Gateway.Children;
using Hub.Gateway.Circles;
using Hub.Gateway.Consents;
using Hub.Gateway.Contacts;
using Hub.Gateway.Decisions;
using Hub.Gateway.Errors;
using Hub.Gateway.Inbox;
using Hub.Gateway.Links;
using Hub.Gateway.Plans;
using Hub.Gateway.Relationships;
using Hub.Gateway.Restrictions;
using Hub.Gateway.Rules;
using Hub.Gateway.SafetyPlans;
using Hub.Gateway.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hub.Gateway;

/// <summary>Puts the agencies' API into a host.</summary>
public static class HubGateway
{
    private static readonly TimeSpan HealthTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Adds the endpoints. The host brings the Orleans client or silo (<see cref="IGrainFactory"/>); the gRPC health
    /// service answers for its health checks and for one of this gateway, whether it reaches an entrance.</summary>
    public static IServiceCollection AddHubGateway(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<CallReader>();
        services.AddSingleton<Inbox.Contacts>().AddHostedService(s => s.GetRequiredService<Inbox.Contacts>());
        services.AddSingleton<CallTelemetry>();
        services.AddSingleton<RefusalInterceptor>();
        services.AddGrpcHealthChecks().AddCheck<EntranceCheck>("entrance", timeout: HealthTimeout);
        services.AddGrpc(grpc =>
            {
                grpc.MaxReceiveMessageSize = MessageLimit.Message;
                grpc.EnableDetailedErrors = false;
            })
            .AddEndpoint<AgenciesEndpoint>()
            .AddEndpoint<TeamsEndpoint>()
            .AddEndpoint<AgreementsEndpoint>()
            .AddEndpoint<ChildrenEndpoint>()
            .AddEndpoint<AdultsEndpoint>()
            .AddEndpoint<PlansEndpoint>()
            .AddEndpoint<CirclesEndpoint>()
            .AddEndpoint<RelationshipsEndpoint>()
            .AddEndpoint<LinksEndpoint>()
            .AddEndpoint<InboxEndpoint>()
            .AddEndpoint<AlertsEndpoint>()
            .AddEndpoint<DecisionsEndpoint>()
            .AddEndpoint<ConsentsEndpoint>()
            .AddEndpoint<AdoptionsEndpoint>()
            .AddEndpoint<SafetyPlansEndpoint>()
            .AddEndpoint<ContactsEndpoint>()
            .AddEndpoint<RestrictionsEndpoint>()
            .AddEndpoint<RulesEndpoint>();
        return services;
    }

    /// <summary>Maps the endpoints and the gRPC health service.</summary>
    public static IEndpointRouteBuilder MapHubGateway(this IEndpointRouteBuilder routes)
    {
        routes.MapEndpoint<AgenciesEndpoint>();
        routes.MapEndpoint<TeamsEndpoint>();
        routes.MapEndpoint<AgreementsEndpoint>();
        routes.MapEndpoint<ChildrenEndpoint>();
        routes.MapEndpoint<AdultsEndpoint>();
        routes.MapEndpoint<PlansEndpoint>();
        routes.MapEndpoint<CirclesEndpoint>();
        routes.MapEndpoint<RelationshipsEndpoint>();
        routes.MapEndpoint<LinksEndpoint>();
        routes.MapEndpoint<InboxEndpoint>();
        routes.MapEndpoint<AlertsEndpoint>();
        routes.MapEndpoint<DecisionsEndpoint>();
        routes.MapEndpoint<RestrictionsEndpoint>();
        routes.MapEndpoint<ConsentsEndpoint>();
        routes.MapEndpoint<AdoptionsEndpoint>();
        routes.MapEndpoint<SafetyPlansEndpoint>();
        routes.MapEndpoint<RulesEndpoint>();
        routes.MapEndpoint<ContactsEndpoint>();
        routes.MapGrpcHealthChecksService();
        return routes;
    }

    private static IGrpcServerBuilder AddEndpoint<T>(this IGrpcServerBuilder grpc)
        where T : class
    {
        grpc.Services.AddSingleton<T>();
        return grpc.AddServiceOptions<T>(options => options.Interceptors.Add<RefusalInterceptor>());
    }

    private static void MapEndpoint<T>(this IEndpointRouteBuilder routes)
        where T : class
        => routes.MapGrpcService<T>().Add(UnreadableMessage.Wrap);
}
