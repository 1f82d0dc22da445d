using System.Diagnostics;
using System.Reflection;

namespace Hub.Gateway.Tests.Stories.CommandLine;

/// <summary>The built program <c>hub</c> in a process of its own, connected by its environment.</summary>
internal sealed class HubProgram : IDisposable
{
    private static readonly string Built = typeof(HubProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == nameof(HubProgram)).Value!;
    private readonly Process process;
    private readonly Task<string> error;

    private HubProgram(ProcessStartInfo start)
    {
        process = Process.Start(start)!;
        error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts it as an agency of the story; the caller may change what it is told.</summary>
    public static HubProgram Start(RunningHub hub, string agency, string practitioner, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Built);
        Array.ForEach(arguments, start.ArgumentList.Add);
        start.Environment["HUB_ADDRESS"] = hub.Address.ToString();
        start.Environment["HUB_CERT"] = hub.Authority.CertificateFile(agency);
        start.Environment["HUB_KEY"] = hub.Authority.KeyFile(agency);
        start.Environment["HUB_AUTHORITIES"] = hub.Authority.RootFile;
        start.Environment["HUB_AGENCY"] = agency;
        start.Environment["HUB_PRACTITIONER"] = practitioner;
        return new HubProgram(start);
    }

    public static async Task<(int Code, string Said, string Error)> Run(RunningHub hub, string agency, string practitioner, params string[] arguments)
    {
        using var program = Start(hub, agency, practitioner, arguments);
        var said = await program.process.StandardOutput.ReadToEndAsync();
        await program.process.WaitForExitAsync();
        return (program.process.ExitCode, said, await program.error);
    }

    /// <summary>The next line of its output; waits for it.</summary>
    public async Task<string> Line() => await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"It ended: {await error}");

    /// <summary>As Ctrl+C does; the answer is its exit code.</summary>
    public async Task<int> Interrupt()
    {
        using var signal = Process.Start("kill", ["-INT", process.Id.ToString()]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }
}
