using System.CommandLine;
using Hub.Host.Configuration;

namespace Hub.Host.Commands;

/// <summary><c>settings</c>: prints the reference of all settings.</summary>
internal static class SettingsCommand
{
    public static Command Create()
    {
        var command = new Command("settings", "Print the reference of all settings, as docs/configuration.md.");
        command.SetAction(_ => Console.Write(SettingsReference.Write()));
        return command;
    }
}
