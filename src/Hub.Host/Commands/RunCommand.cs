using System.CommandLine;
using Hub.Host.Configuration;

namespace Hub.Host.Commands;

/// <summary><c>run</c>: the hub, or one process of it, until told to stop.</summary>
internal static class RunCommand
{
    private static readonly Option<string> Role = new("--role")
    {
        Description = "all: the whole hub, or a silo that also faces agencies; silo, gateway: one half of it, in a cluster.",
        DefaultValueFactory = _ => "all",
    };

    public static Command Create()
    {
        var command = HostCommand.Create("run", "Run the hub until it is told to stop.", Run);
        command.Options.Add(Role.AcceptOnlyFromAmong("all", "silo", "gateway"));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, HubOptions options, CancellationToken stop)
    {
        var role = Enum.Parse<HubRole>(parsed.GetValue(Role)!, ignoreCase: true);
        await using var hub = await HubProcess.Start(role, options, TimeProvider.System, null, stop);
        Console.WriteLine(role == HubRole.Silo ? "hub: up, a silo of the cluster" : $"hub: up, agencies at {options.Gateway.Listen}");
        await hub.WaitForShutdown(stop);
        return 0;
    }
}
