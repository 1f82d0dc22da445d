using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Hub.Host.Demo.Cluster;

/// <summary>Where PostgreSQL's programs are on this machine.</summary>
internal static class PostgresPrograms
{
    private const string Debian = "/usr/lib/postgresql";
    private const int Oldest = 15;

    /// <summary>The folder of <c>initdb</c> and the others. Throws with the name of the package when there is none.</summary>
    public static string Find()
        => (IEnumerable<string>)[.. Told(), .. Versions()] is var folders && folders.FirstOrDefault(IsWhole) is { } found
            ? found
            : throw new DemoStagingException($"demo --cluster needs PostgreSQL's programs: install the package postgresql (Debian), {Oldest} or later");

    // The newest first. What is not a number is no version.
    private static IEnumerable<string> Versions()
        => !Directory.Exists(Debian) ? [] :
            from folder in Directory.EnumerateDirectories(Debian)
            let version = int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0
            where version >= Oldest
            orderby version descending
            select Path.Combine(folder, "bin");

    private static bool IsWhole(string folder) => Array.TrueForAll(["initdb", "pg_ctl", "postgres", "psql"], p => File.Exists(Path.Combine(folder, p)));

    private static IEnumerable<string> Told()
    {
        try
        {
            using var asked = Process.Start(new ProcessStartInfo("pg_config", "--bindir") { RedirectStandardOutput = true, UseShellExecute = false })!;
            return [asked.StandardOutput.ReadToEnd().Trim()];
        }
        catch (Win32Exception)
        {
            // It is in another package, which need not be there.
            return [];
        }
    }
}
