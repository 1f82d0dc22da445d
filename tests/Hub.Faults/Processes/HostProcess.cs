using System.Collections.Concurrent;
using System.Diagnostics;

namespace Hub.Faults.Processes;

/// <summary>The built host as a process of its own. It ends at the latest with whoever started it.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly ConcurrentDictionary<HostProcess, int> Living = new();
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> errors = new();
    private readonly TaskCompletionSource up = new(TaskCreationOptions.RunContinuationsAsynchronously);

    static HostProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var left in Living.Keys)
        {
            left.Kill();
        }
    };

    private HostProcess(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { program },
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, e) => Heard(output, e.Data);
        process.ErrorDataReceived += (_, e) => Heard(errors, e.Data);
        process.Start();
        Living.TryAdd(this, process.Id);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Ended = End();
    }

    public int Pid => process.Id;

    /// <summary>Ends with the exit code, after everything that was printed has been read.</summary>
    public Task<int> Ended { get; }

    /// <summary>Bytes of memory that it holds now.</summary>
    public long Memory()
    {
        process.Refresh();
        return process.WorkingSet64;
    }

    public string Output => string.Join('\n', output);

    public string Errors => string.Join('\n', errors);

    /// <summary>The build beside the tests.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "Hub.Host.dll");

    /// <summary>Starts the host's command line; it is not up yet.</summary>
    public static HostProcess Start(params IReadOnlyList<string> arguments) => new(Program, arguments);

    /// <summary>Starts another build of it.</summary>
    public static HostProcess StartOther(string program, params IReadOnlyList<string> arguments) => new(program, arguments);

    /// <summary>Waits until it says that it is up. Throws with what it printed when it ends before.</summary>
    public async Task IsUp() => await up.Task.WaitAsync(Patience, TimeProvider.System);

    /// <summary>The exit code of a command that ends by itself.</summary>
    public async Task<int> ExitCode() => await Ended.WaitAsync(Patience, TimeProvider.System);

    /// <summary>SIGKILL: nothing of the process runs any more, not even its last words.</summary>
    public void Kill()
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    /// <summary>SIGTERM: it is asked to end in order.</summary>
    public void Terminate() => Signals.Terminate(process.Id);

    /// <summary>SIGSTOP: it stands still with all its connections open.</summary>
    public void Freeze() => Signals.Stop(process.Id);

    /// <summary>SIGCONT.</summary>
    public void Thaw() => Signals.Continue(process.Id);

    public int Said(string sentence) => output.Count(l => l.Contains(sentence, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        Kill();
        await Ended;
        Living.TryRemove(this, out _);
        process.Dispose();
    }

    private async Task<int> End()
    {
        await process.WaitForExitAsync();
        up.TrySetException(new InvalidOperationException($"the host ended with {process.ExitCode} before it was up: {Errors}\n{Output}"));

        // Seen or not by somebody who waits: a host that is killed while it starts is no failure.
        _ = up.Task.Exception;
        return process.ExitCode;
    }

    private void Heard(ConcurrentQueue<string> lines, string? line)
    {
        if (line is null)
        {
            return;
        }

        lines.Enqueue(line);
        if (line.StartsWith("hub: up", StringComparison.Ordinal))
        {
            up.TrySetResult();
        }
    }
}
