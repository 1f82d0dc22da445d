using System.Diagnostics;
using System.Globalization;

namespace Hub.Benchmarks.Costs;

/// <summary>Processor time that each part has taken so far.</summary>
/// <param name="Client">This process: sends, receives, confirms and checks.</param>
/// <param name="Hub">The hub's processes.</param>
/// <param name="Database">The PostgreSQL server with all its processes; zero where the store is in the hub's process.</param>
/// <param name="Machine">All that the machine did, this run's own parts included.</param>
internal sealed record CpuTimes(TimeSpan Client, TimeSpan Hub, TimeSpan Database, TimeSpan Machine)
{
    private const int TicksPerSecond = 100;
    private const int State = 0;
    private const int Parent = 1;
    private const int User = 11;
    private const int ChildrenSystem = 14;

    private const int Idle = 3;
    private const int InputOutput = 4;
    private const int Steal = 7;

    public TimeSpan Sum => Client + Hub + Database;

    /// <summary>What other work took meanwhile.</summary>
    public TimeSpan Others => Machine - Sum;

    public static CpuTimes Now(IEnumerable<int> hub, int? server)
    {
        using var client = Process.GetCurrentProcess();
        return new CpuTimes(client.TotalProcessorTime, hub.Aggregate(TimeSpan.Zero, (sum, pid) => sum + OfProcess(pid)), server is { } pid ? OfServer(pid) : TimeSpan.Zero, OfMachine());
    }

    public CpuTimes Since(CpuTimes earlier) => new(Client - earlier.Client, Hub - earlier.Hub, Database - earlier.Database, Machine - earlier.Machine);

    /// <summary>The first process, its living children, and those that ended, which it has waited for.</summary>
    public static TimeSpan OfServer(int pid)
    {
        var ticks = 0L;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var other) && FieldsOf(other) is { } fields)
            {
                var own = other == pid;
                if (own || int.Parse(fields[Parent], CultureInfo.InvariantCulture) == pid)
                {
                    ticks += fields[User..(own ? ChildrenSystem + 1 : User + 2)].Sum(f => long.Parse(f, CultureInfo.InvariantCulture));
                }
            }
        }

        return Ticks(ticks);
    }

    private static TimeSpan OfProcess(int pid)
    {
        using var process = Process.GetProcessById(pid);
        return process.TotalProcessorTime;
    }

    private static TimeSpan OfMachine()
    {
        var all = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..(Steal + 2)];
        return Ticks(all.Where((_, i) => i is not Idle and not InputOutput).Sum(f => long.Parse(f, CultureInfo.InvariantCulture)));
    }

    private static TimeSpan Ticks(long ticks) => TimeSpan.FromSeconds((double)ticks / TicksPerSecond);

    /// <summary>What follows the command's name, which may hold anything, in <c>/proc/PID/stat</c>; null when the process has ended.</summary>
    private static string[]? FieldsOf(int pid)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{pid}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return fields[State] == "Z" ? null : fields;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
