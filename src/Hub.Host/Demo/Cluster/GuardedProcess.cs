using System.Diagnostics;

namespace Hub.Host.Demo.Cluster;

/// <summary>A process that ends, in order, once its standard input ends: when the demo closes it, and whatever else may end the demo.</summary>
internal sealed class GuardedProcess : IDisposable
{
    // Ctrl+C reaches every process of a terminal at once: in which order they end is the demo's to say.
    private const string Launch = """trap '' INT; exec "$@" 2>"$0" """;

    private const string Sentence = "hub: ";
    private const int Interrupted = 130;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly string name;
    private readonly string log;
    private readonly Process process;

    private GuardedProcess(string name, string log, Process process) => (this.name, this.log, this.process) = (name, log, process);

    /// <summary>Ends when the process has.</summary>
    public Task Ended => process.WaitForExitAsync(CancellationToken.None);

    /// <summary>Starts it; what it writes on standard error is kept in the log.</summary>
    public static GuardedProcess Start(string name, string log, params IEnumerable<string> command)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Launch, log, .. command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };

        // Where the demo's own database is stands in the settings, and nowhere else.
        foreach (var key in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(key);
        }

        return new GuardedProcess(name, log, Process.Start(start)!);
    }

    /// <summary>Waits for the line by which it says that it is up. Throws with its last words when it ends before.</summary>
    public async Task IsUp(CancellationToken stop)
    {
        if (await process.StandardOutput.ReadLineAsync(stop) is null)
        {
            throw new DemoStagingException($"{name} did not start: {LastWords()}");
        }
    }

    /// <summary>SIGKILL: nothing of it runs any more, not even its last words.</summary>
    public async Task Kill()
    {
        process.Kill();
        await Ended;
    }

    /// <summary>Tells it to end, and waits. False when it did not end in order, or not at all before it was killed.</summary>
    public async Task<bool> End()
    {
        process.StandardInput.Close();
        try
        {
            await Ended.WaitAsync(Patience, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            await Kill();
        }

        return process.ExitCode is 0 or Interrupted;
    }

    public void Dispose() => process.Dispose();

    private string LastWords()
    {
        var lines = File.Exists(log) ? File.ReadAllLines(log) : [];
        return lines.LastOrDefault(l => l.StartsWith(Sentence, StringComparison.Ordinal))?[Sentence.Length..] ?? lines.LastOrDefault(l => l.Length > 0) ?? "it said nothing";
    }
}
