using System.Diagnostics;
using System.Reflection;

namespace Hub.Faults.Race;

/// <summary>The host, built from a copy of the sources in which one sentence says something else.</summary>
internal sealed class BrokenBuild : IDisposable
{
    private const string Output = "bin/Release/net10.0";
    private static readonly string[] Copied = ["src", "protos", "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt", "global.json", ".editorconfig"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly string folder = Directory.CreateTempSubdirectory("hub-broken-").FullName;

    private BrokenBuild()
    {
    }

    /// <summary>The host's program.</summary>
    public string Program => Path.Combine(folder, "src", "Hub.Host", Output, "Hub.Host.dll");

    private static string Root { get; } = typeof(BrokenBuild).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Root").Value!;

    /// <param name="file">Below src, its project first.</param>
    /// <param name="says">What it says there, once.</param>
    /// <param name="instead">What it says in this build.</param>
    public static async Task<BrokenBuild> Of(string file, string says, string instead)
    {
        var build = new BrokenBuild();
        await Run("cp", ["-a", .. Copied.Select(c => Path.Combine(Root, c)), build.folder]);
        var path = Path.Combine(build.folder, "src", file);
        var text = await File.ReadAllTextAsync(path);
        Assert.Equal(2, text.Split(says).Length);
        await File.WriteAllTextAsync(path, text.Replace(says, instead, StringComparison.Ordinal));

        // Nothing else than this one assembly is another one.
        var project = file.Split('/')[0];
        await Run(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["build", Path.Combine(build.folder, "src", project), "-c", "Release", "--no-restore", "-v", "q", "-nologo",
                "-p:BuildProjectReferences=false", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false"]);
        File.Copy(
            Path.Combine(build.folder, "src", project, Output, $"{project}.dll"), Path.Combine(Path.GetDirectoryName(build.Program)!, $"{project}.dll"), overwrite: true);
        return build;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task Run(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Whoever runs the tests is a build tool too, and says where its own parts are.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()).WaitAsync(Patience);
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, string.Concat(said));
    }
}
