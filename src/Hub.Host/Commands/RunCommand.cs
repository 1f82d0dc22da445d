using System.CommandLine;

namespace Hub.Host.Commands;

/// <summary><c>run</c>: the hub, until told to stop.</summary>
internal static class RunCommand
{
    public static Command Create() => HostCommand.Create("run", "Run the hub until it is told to stop.", async (_, options, stop) =>
    {
        await using var hub = await HubProcess.Start(options, TimeProvider.System, null, stop);
        Console.WriteLine($"hub: up, agencies at {options.Gateway.Listen}");
        await hub.WaitForShutdown(stop);
        return 0;
    });
}
