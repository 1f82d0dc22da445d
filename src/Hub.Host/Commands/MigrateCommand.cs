using System.CommandLine;
using Hub.Host.Configuration;
using Hub.Silo;

namespace Hub.Host.Commands;

/// <summary><c>migrate</c>: brings the schema up to date and gives roles their rights, under the owner's role.</summary>
internal static class MigrateCommand
{
    private static readonly Option<string?> SiloRole = new("--silo-role") { Description = "Database role that silos run under: gets what they need, and no more." };

    private static readonly Option<string?> GatewayRole = new("--gateway-role")
    {
        Description = "Database role that gateways run under: gets to read where silos listen, and no more.",
    };

    public static Command Create()
    {
        var command = HostCommand.Create("migrate", "Bring the database's schema up to date.", Run);
        command.Options.Add(SiloRole);
        command.Options.Add(GatewayRole);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, HubOptions options, CancellationToken stop)
    {
        await HubSilo.Migrate(options.Silo, TimeProvider.System, stop);
        Console.WriteLine("hub: schema is up to date");
        var (silo, gateway) = (parsed.GetValue(SiloRole), parsed.GetValue(GatewayRole));
        if (silo is not null || gateway is not null)
        {
            await HubSilo.Grant(options.Silo, silo, gateway, stop);
            Console.WriteLine("hub: roles have their rights");
        }

        return 0;
    }
}
