namespace Hub.Gateway.Tests.Stories.Examples;

/// <summary>The examples in Node as they stand, beside the packages that tests/run.sh installed outside of the clone.</summary>
public sealed class NodeExamples : IDisposable
{
    private readonly string folder;

    public NodeExamples()
    {
        var packages = Packages;
        folder = Directory.CreateTempSubdirectory("hub-node-").FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Built.At("Root"), "examples", "node")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        Directory.CreateSymbolicLink(Path.Combine(folder, "node_modules"), packages);
    }

    private static string Packages => Environment.GetEnvironmentVariable("HUB_TEST_NODE_MODULES")
        ?? throw new InvalidOperationException("HUB_TEST_NODE_MODULES is not set; tests/run.sh installs the packages of examples/node and sets it.");

    /// <summary>The command line of an example.</summary>
    public IReadOnlyList<string> Command(string file, params IReadOnlyList<string> arguments)
        => ["env", $"HUB_PROTOS={Path.Combine(Built.At("Root"), "protos")}", "node", Path.Combine(folder, file), .. arguments];

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
