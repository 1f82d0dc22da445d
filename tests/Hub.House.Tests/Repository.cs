namespace Hub.House.Tests;

/// <summary>The repository as it stands on disk, without what a build or a run leaves behind.</summary>
internal static class Repository
{
    private static readonly string[] Skipped = [".git", ".vs", "bin", "obj", "artifacts", "node_modules", "TestResults"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every text file, by path from the root with forward slashes.</summary>
    public static IReadOnlyList<TextFile> Files { get; } = [.. Walk(Root).OrderBy(f => f.Path, StringComparer.Ordinal)];

    public static IEnumerable<TextFile> Sources => Files.Where(f => f.Path.StartsWith("src/", StringComparison.Ordinal) && f.Is(".cs"));

    public static IEnumerable<TextFile> Tests => Files.Where(f => f.Path.StartsWith("tests/", StringComparison.Ordinal) && f.Is(".cs"));

    public static IEnumerable<TextFile> Projects => Files.Where(f => f.Is(".csproj"));

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>Fails with every finding on a line of its own.</summary>
    public static void Expect(IEnumerable<string> findings, string rule)
    {
        var all = findings.ToList();
        Assert.True(all.Count == 0, $"{rule}{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", all)}");
    }

    private static IEnumerable<TextFile> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            yield return new TextFile(Path.GetRelativePath(Root, file).Replace('\\', '/'), () => File.ReadAllText(file));
        }

        foreach (var inner in Directory.EnumerateDirectories(folder))
        {
            // The data folder beside the sources holds what a hub on this machine stored.
            if (!Skipped.Contains(Path.GetFileName(inner)) && inner != Path.Combine(Root, "data"))
            {
                foreach (var file in Walk(inner))
                {
                    yield return file;
                }
            }
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Hub.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Hub.sln is in no folder above the tests");
    }
}
