using Microsoft.AspNetCore.Connections;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Hub.Silo;

/// <summary>Orleans' ports are plaintext and unauthenticated by default. A silo that is alone has nobody to expect: it ends every
/// connection to them before a byte is read.</summary>
internal static class ClosedPorts
{
    public static void RefuseStrangers(this ISiloBuilder silo)
        => silo.Configure<SiloConnectionOptions>(options =>
        {
            options.ConfigureSiloInboundConnection(Refuse);
            options.ConfigureGatewayInboundConnection(Refuse);
        });

    private static void Refuse(IConnectionBuilder connection)
        => connection.Use(_ => context =>
        {
            context.Abort(new ConnectionAbortedException("this silo is alone and expects nobody"));
            return Task.CompletedTask;
        });
}
