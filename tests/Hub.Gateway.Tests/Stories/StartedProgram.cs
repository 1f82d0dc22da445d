using System.Diagnostics;

namespace Hub.Gateway.Tests.Stories;

/// <summary>A program in a process of its own, which finds its hub and its certificates by its environment.</summary>
internal sealed class StartedProgram : IDisposable
{
    private readonly Process process;
    private readonly Task<string> error;

    private StartedProgram(ProcessStartInfo start)
    {
        process = Process.Start(start)!;
        error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts it as an agency of the story.</summary>
    public static StartedProgram Start(RunningHub hub, string agency, string practitioner, string file, params IReadOnlyList<string> arguments)
        => Start(file, arguments, new Dictionary<string, string>
        {
            ["HUB_ADDRESS"] = hub.Address.ToString(),
            ["HUB_CERT"] = hub.Authority.CertificateFile(agency),
            ["HUB_KEY"] = hub.Authority.KeyFile(agency),
            ["HUB_AUTHORITIES"] = hub.Authority.RootFile,
            ["HUB_AGENCY"] = agency,
            ["HUB_PRACTITIONER"] = practitioner,
        });

    public static StartedProgram Start(string file, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new StartedProgram(start);
    }

    /// <summary>The next line of its output; waits for it.</summary>
    public async Task<string> Line() => await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"It ended: {await error}");

    /// <summary>The next line of its output that is such.</summary>
    public async Task<string> Line(Predicate<string> isSuch)
    {
        for (; ; )
        {
            var line = await Line();
            if (isSuch(line))
            {
                return line;
            }
        }
    }

    /// <summary>What it says from here on until it ends.</summary>
    public async Task<(int Code, string Said, string Error)> Rest()
    {
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said, await error);
    }

    /// <summary>As Ctrl+C does; the answer is its exit code.</summary>
    public Task<int> Interrupt() => Signal("-INT");

    /// <summary>As a service manager does; the answer is its exit code.</summary>
    public Task<int> Terminate() => Signal("-TERM");

    /// <summary>It hears nothing of it and does nothing any more; the answer is its exit code.</summary>
    public Task<int> Kill() => Signal("-KILL");

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private async Task<int> Signal(string name)
    {
        using var signal = Process.Start("kill", [name, process.Id.ToString()]);
        return (await Rest()).Code;
    }
}
