using System.CommandLine;
using Hub.Host.Commands;
using Hub.Host.Configuration;

namespace Hub.Host.Demo.Cluster;

/// <summary><c>demo run</c>: one process of the demo's cluster, as <c>run</c> is of any. It ends when its standard input does, and so never
/// outlives the demo.</summary>
internal static class MemberCommand
{
    private static readonly Option<HubRole> Role = new("--role") { Required = true };
    private static readonly Option<FileInfo> Settings = new("--settings") { Required = true };

    // Whoever hangs on what has gone already.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    // Of the whole process, as standard input is.
    private static readonly CancellationTokenSource InputEnded = new();

    public static Command Create()
    {
        var command = new Command("run", "One process of the demo's cluster, until standard input ends.") { Role, Settings };
        command.Hidden = true;
        command.SetAction((parsed, stop) => HostCommand.Ending(() => Run(parsed.GetValue(Role), parsed.GetValue(Settings)!, stop)));
        return command;
    }

    /// <summary>How to start it: with the very executable that runs.</summary>
    public static IEnumerable<string> Line(HubRole role, string settings)
    {
        var own = Environment.ProcessPath!;
        string[] host = Path.GetFileNameWithoutExtension(own) == "dotnet" ? [own, typeof(MemberCommand).Assembly.Location] : [own];
        return [.. host, "demo", "run", "--role", role.ToString(), "--settings", settings];
    }

    private static async Task<int> Run(HubRole role, FileInfo settings, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop, InputEnded.Token);
        _ = ReadInput();

        // Nothing from the environment: it may hold the settings of another hub.
        var options = HubSettings.Read(new ConfigurationBuilder().AddJsonFile(settings.FullName).Build());
        await using var hub = await HubProcess.Start(role, options, TimeProvider.System, logging => logging.ToStandardError(), end.Token);
        Console.WriteLine("up");
        await hub.WaitForShutdown(end.Token);
        return 0;
    }

    private static async Task ReadInput()
    {
        await Console.OpenStandardInput().CopyToAsync(Stream.Null);
        await InputEnded.CancelAsync();
        await Task.Delay(Patience, TimeProvider.System, CancellationToken.None);
        Environment.Exit(1);
    }
}
