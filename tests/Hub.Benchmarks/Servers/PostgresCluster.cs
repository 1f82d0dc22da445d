using System.Diagnostics;
using System.Globalization;
using Hub.Faults.Processes;

namespace Hub.Benchmarks.Servers;

/// <summary>A PostgreSQL of this run's own, with its defaults: fsync and synchronous commit are on. Ends with the run.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private const UnixFileMode AnybodyMayPass = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private static readonly string[] Places = ["/usr/lib/postgresql/15/bin", "/usr/local/pgsql/bin"];
    private readonly string folder = Directory.CreateTempSubdirectory("hub-benchmarks-").FullName;
    private readonly string bin;
    private readonly int port = HubSite.FreePort();

    private PostgresCluster(string bin) => this.bin = bin;

    /// <summary>Of its first process.</summary>
    public int Pid { get; private set; }

    public string ConnectionString => $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";

    private string Data => Path.Combine(folder, "cluster", "data");

    public static async Task<PostgresCluster> Start(CancellationToken stop)
    {
        var programs = Array.Find(Places, p => File.Exists(Path.Combine(p, "initdb")))
            ?? throw new InvalidOperationException("PostgreSQL 15 is not installed; tests/run.sh installs it");
        var cluster = new PostgresCluster(programs);
        try
        {
            await cluster.Begin(stop);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Pid != 0)
        {
            await Own("pg_ctl", ["-D", Data, "-m", "fast", "-w", "stop"], CancellationToken.None);
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task Begin(CancellationToken stop)
    {
        File.SetUnixFileMode(folder, AnybodyMayPass);
        Directory.CreateDirectory(Path.GetDirectoryName(Data)!);
        if (Environment.IsPrivilegedProcess)
        {
            await Run("chown", ["postgres", Path.GetDirectoryName(Data)!], stop);
        }

        await Own("initdb", ["-D", Data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"], stop);
        var settings = $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=400 -c fsync=on";
        await Own("pg_ctl", ["-D", Data, "-l", Path.Combine(folder, "cluster", "log"), "-w", "-s", "-o", settings, "start"], stop);
        Pid = int.Parse((await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid"), stop))[0], CultureInfo.InvariantCulture);
    }

    // PostgreSQL refuses to run as root; the package's own user is there for it.
    private Task Own(string program, string[] arguments, CancellationToken stop)
        => Environment.IsPrivilegedProcess
            ? Run("runuser", ["-u", "postgres", "--", Path.Combine(bin, program), .. arguments], stop)
            : Run(Path.Combine(bin, program), arguments, stop);

    // What it says goes nowhere but into its log: the server inherits what it is given and would hold a pipe open.
    private async Task Run(string program, string[] arguments, CancellationToken stop)
    {
        var start = new ProcessStartInfo("sh") { WorkingDirectory = folder, ArgumentList = { "-c", "exec \"$@\" >/dev/null 2>&1", "sh", program } };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(stop);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Path.GetFileName(program)} {arguments[0]} ended with {process.ExitCode}");
        }
    }
}
