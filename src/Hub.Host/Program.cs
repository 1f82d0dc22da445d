using System.CommandLine;
using Hub.Host.Commands;
using Hub.Host.Demo;

var root = new RootCommand("Safeguarding Hub")
{
    RunCommand.Create(),
    MigrateCommand.Create(),
    AuditCommand.Create(),
    SettingsCommand.Create(),
    DemoCommand.Create(),
};
// The default of two seconds would cut off the draining of calls and commits.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(40) });
