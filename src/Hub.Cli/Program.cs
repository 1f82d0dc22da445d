using System.CommandLine;
using Hub.Cli.Certs;

return await new RootCommand("Safeguarding Hub, for agencies and operators") { CertsCommand.Create() }.Parse(args).InvokeAsync();
