using System.CommandLine;
using Hub.Host.Configuration;

namespace Hub.Host.Commands;

/// <summary>What the host's commands have in common: where settings come from, and how a failure is told.</summary>
internal static class HostCommand
{
    public static readonly Option<FileInfo?> Settings = new("--settings") { Description = "JSON file with the section Hub; the environment wins over it." };

    /// <summary>Runs with the settings read; a failure is one sentence on standard error and exit code 1.</summary>
    public static Command Create(string name, string description, Func<ParseResult, HubOptions, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description) { Settings };
        command.SetAction((parsed, stop) => Ending(() => run(parsed, Read(parsed.GetValue(Settings)), stop)));
        return command;
    }

    /// <summary>The exit code of a command: 130 when it was interrupted; a failure is one sentence on standard error and exit code 1.</summary>
    public static async Task<int> Ending(Func<Task<int>> command)
    {
        // Signals are heard from when this first waits: until then one would end the process where it stands.
        await Task.Yield();
        try
        {
            return await command();
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
#pragma warning disable CA1031 // The operator gets one sentence, whatever it was; a stack trace would bury it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"hub: {e.Message}");
            return 1;
        }
    }

    private static HubOptions Read(FileInfo? file)
    {
        var builder = new ConfigurationBuilder();
        if (file is not null)
        {
            builder.AddJsonFile(file.FullName, optional: false);
        }

        return HubSettings.Read(builder.AddEnvironmentVariables().Build());
    }
}
