using System.Reflection;
using System.Xml.Linq;

namespace Hub.House.Tests.References;

/// <summary>References run one way, and a wall of the house is a wall of the compiler.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly string[] Drivers = ["Npgsql", "Microsoft.Data.Sqlite", "SQLitePCLRaw", "dbup-"];

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Hub.Domain"] = [],
        ["Hub.Contracts"] = ["Hub.Domain"],
        ["Hub.Silo"] = ["Hub.Contracts"],
        ["Hub.Gateway"] = ["Hub.Contracts"],
        ["Hub.Client"] = [],
        ["Hub.Host"] = ["Hub.Gateway", "Hub.Silo", "Hub.Client"],
        ["Hub.Cli"] = ["Hub.Client"],
    };

    // A project beside the tests without the test SDK is a tool: it meets the hub where agencies and operators do.
    private static readonly string[] AllowedToTools = ["Hub.Host", "Hub.Client"];

    private static IEnumerable<(string Name, XDocument Xml)> Tools
        => Repository.Projects.Where(p => p.Path.StartsWith("tests/", StringComparison.Ordinal)).Select(p => (NameOf(p.Name), XDocument.Parse(p.Text)))
            .Where(p => !Included(p.Item2, "PackageReference").Contains("Microsoft.NET.Test.Sdk"));

    private static IEnumerable<(string Name, XDocument Xml)> Shipped
        => Repository.Projects.Where(p => p.Path.StartsWith("src/", StringComparison.Ordinal)).Select(p => (NameOf(p.Name), XDocument.Parse(p.Text)));

    [Fact]
    public void Every_project_refers_only_where_the_house_allows()
        => Repository.Expect(
            from p in Shipped
            from to in Included(p.Xml, "ProjectReference").Select(NameOf)
            where !Allowed.TryGetValue(p.Name, out var allowed) || !allowed.Contains(to)
            select $"{p.Name} refers to {to}",
            "Gateway → Contracts → Domain, Silo → Contracts → Domain, Host → Gateway, Silo, Client, Cli → Client:");

    [Fact]
    public void Every_shipped_project_has_its_place_in_the_house()
        => Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), Shipped.Select(p => p.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void A_tool_beside_the_tests_sees_the_host_and_the_client_only_and_takes_files_from_the_fault_tests_only()
    {
        var tools = Tools.ToList();
        Assert.Equal(["Hub.Benchmarks"], tools.Select(t => t.Name));
        Repository.Expect(
            (from tool in tools
             from to in Included(tool.Xml, "ProjectReference")
             where !AllowedToTools.Contains(NameOf(to))
             select $"{tool.Name} refers to {to}")
            .Concat(
                from tool in tools
                from file in Included(tool.Xml, "Compile")
                where !file.StartsWith("../Hub.Faults/", StringComparison.Ordinal)
                select $"{tool.Name} takes {file}"),
            "a tool starts the host as a process, calls it with the client, and shares that with tests/Hub.Faults:");
    }

    [Fact]
    public void Domain_takes_only_the_attributes_of_Orleans()
        => Assert.Equal(["Microsoft.Orleans.Serialization.Abstractions"], Included(Shipped.Single(p => p.Name == "Hub.Domain").Xml, "PackageReference"));

    [Fact]
    public void Only_the_silo_knows_a_database_driver()
        => Repository.Expect(
            (from p in Shipped
             where p.Name != "Hub.Silo"
             from package in Included(p.Xml, "PackageReference")
             where Array.Exists(Drivers, d => package.StartsWith(d, StringComparison.OrdinalIgnoreCase))
             select $"{p.Name} takes {package}")
            .Concat(Repository.Sources.Where(f => !f.Path.StartsWith("src/Hub.Silo/", StringComparison.Ordinal))
                .SelectMany(f => f.Find(Patterns.Driver(), "names a driver"))),
            "Npgsql, Microsoft.Data.Sqlite and migrations stay in Hub.Silo:");

    [Fact]
    public void The_host_uses_the_client_in_its_demo_only()
        => Repository.Expect(
            Repository.Sources
                .Where(f => f.Path.StartsWith("src/Hub.Host/", StringComparison.Ordinal) && !f.Path.StartsWith("src/Hub.Host/Demo/", StringComparison.Ordinal))
                .SelectMany(f => f.Find(Patterns.Client(), "names Hub.Client")),
            "Hub.Client is for src/Hub.Host/Demo:");

    [Fact]
    public void Gateway_and_silo_do_not_see_each_other_when_built()
    {
        var gateway = Seen("Hub.Gateway");
        var silo = Seen("Hub.Silo");
        Assert.DoesNotContain("Hub.Silo", gateway);
        Assert.DoesNotContain("Hub.Gateway", silo);
        Assert.DoesNotContain(gateway, name => Array.Exists(Drivers, d => name.StartsWith(d, StringComparison.Ordinal)));
    }

    [Fact]
    public void Domain_sees_nothing_but_the_runtime_and_those_attributes()
        => Assert.DoesNotContain(
            Seen("Hub.Domain"),
            name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("Orleans.Serialization.Abstractions" or "netstandard"));

    private static string[] Seen(string assembly) => [.. Assembly.Load(assembly).GetReferencedAssemblies().Select(a => a.Name!)];

    private static IEnumerable<string> Included(XDocument xml, string element) => xml.Descendants(element).Select(e => (string?)e.Attribute("Include") ?? "");

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
}
