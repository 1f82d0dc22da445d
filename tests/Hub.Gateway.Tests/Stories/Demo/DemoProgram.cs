namespace Hub.Gateway.Tests.Stories.Demo;

/// <summary>The built host's demo, with folders of its own for all that it might keep.</summary>
public sealed class DemoProgram : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("hub-demo-home-");
    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("hub-demo-place-");
    private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("hub-demo-temp-");

    public DemoProgram()
    {
        // A database's server runs under another account when root starts the demo.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(temporary.FullName, File.GetUnixFileMode(temporary.FullName) | UnixFileMode.OtherExecute);
        }
    }

    /// <summary>What it has put anywhere.</summary>
    public IEnumerable<string> Left => new[] { home, place, temporary }
        .SelectMany(f => f.EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        .Select(f => f.FullName);

    /// <summary>Processes that were started on what lies among its temporary files, by their numbers.</summary>
    public IEnumerable<int> Processes => ProcessesOf(temporary.FullName + '/');

    /// <summary>Those of them whose command line also holds this.</summary>
    public IEnumerable<int> ProcessesOf(string what) =>
        from folder in Directory.EnumerateDirectories("/proc")
        where int.TryParse(Path.GetFileName(folder), out _)
        let line = Line(folder)
        where line.Contains(temporary.FullName + '/', StringComparison.Ordinal) && line.Contains(what, StringComparison.Ordinal)
        select int.Parse(Path.GetFileName(folder));

    /// <summary>The keys and certificates of a demo that runs.</summary>
    public string Certificates => Path.Combine(Assert.Single(temporary.EnumerateDirectories()).FullName, "certs");

    internal StartedProgram Start(params IReadOnlyList<string> arguments)
    {
        var command = Command(arguments);
        return StartedProgram.Start(command[0], [.. command.Skip(1)], new Dictionary<string, string>());
    }

    /// <summary>On a terminal with colours, a hundred columns wide.</summary>
    internal StartedProgram StartOnTerminal(params IReadOnlyList<string> arguments)
    {
        var line = string.Join(' ', Command(arguments).Select(a => $"'{a}'"));
        return StartedProgram.Start("script", ["-qec", $"stty cols 100; exec {line}", "/dev/null"], new Dictionary<string, string> { ["TERM"] = "xterm-256color", ["SHELL"] = "/bin/sh" });
    }

    public void Dispose()
    {
        foreach (var folder in new[] { home, place, temporary })
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Line(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return "";
        }
    }

    private IReadOnlyList<string> Command(IReadOnlyList<string> arguments) =>
    [
        // Without .NET's diagnostics, whose sockets lie among the temporary files.
        "env", "-C", place.FullName, $"HOME={home.FullName}", $"TMPDIR={temporary.FullName}", "DOTNET_EnableDiagnostics=0",
        Built.Dotnet, Built.At("HostProgram"), "demo", .. arguments,
    ];
}
