using System.ComponentModel;
using System.Diagnostics;

namespace Hub.Faults.Model;

/// <summary>The model checker: makes a search of the model and runs it to its end or to the first counterexample.</summary>
internal static class Spin
{
    // Deeper than any path of the model; a search that met its limit would say nothing.
    private const int Depth = 200_000;

    public static string Model { get; } = Path.Combine(AppContext.BaseDirectory, "Model", "revocation.pml");

    /// <summary>What the search prints. Names are those that the model asks for with <c>#ifdef</c>.</summary>
    public static async Task<string> Search(params IEnumerable<string> names)
    {
        var folder = Directory.CreateTempSubdirectory("hub-model");
        try
        {
            // A counterexample is written beside the model.
            File.Copy(Model, Path.Combine(folder.FullName, "model.pml"));
            await Run(folder, "spin", [.. names.Select(n => $"-D{n}"), "-a", "model.pml"]);
            await Run(folder, "gcc", ["-w", "-O1", "-DSAFETY", "-DCOLLAPSE", "-o", "pan", "pan.c"]);
            return await Run(folder, Path.Combine(folder.FullName, "pan"), [$"-m{Depth}"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> Run(DirectoryInfo folder, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said[0] : throw new InvalidOperationException($"{Path.GetFileName(program)} ends with {process.ExitCode}: {said[0]} {said[1]}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception fault)
        {
            throw new InvalidOperationException($"{start.FileName} is not there; tests/run.sh installs it", fault);
        }
    }
}
