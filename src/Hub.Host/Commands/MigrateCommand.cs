using System.CommandLine;
using Hub.Silo;

namespace Hub.Host.Commands;

/// <summary><c>migrate</c>: brings the schema up to date, under the owner's role.</summary>
internal static class MigrateCommand
{
    public static Command Create() => HostCommand.Create("migrate", "Bring the database's schema up to date.", async (_, options, stop) =>
    {
        await HubSilo.Migrate(options.Silo, TimeProvider.System, stop);
        Console.WriteLine("hub: schema is up to date");
        return 0;
    });
}
