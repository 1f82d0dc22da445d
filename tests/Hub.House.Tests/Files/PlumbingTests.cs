namespace Hub.House.Tests.Files;

/// <summary>Every project is built, and restored to the same packages everywhere.</summary>
public sealed class PlumbingTests
{
    [Fact]
    public void Every_project_has_a_lock_file()
        => Repository.Expect(
            Repository.Projects.Where(p => !File.Exists(Repository.PathOf($"{p.Folder}/packages.lock.json"))).Select(p => p.Path),
            "dotnet restore writes packages.lock.json:");

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Repository.PathOf("Hub.sln")).Replace('\\', '/');
        Repository.Expect(Repository.Projects.Where(p => !solution.Contains(p.Path, StringComparison.Ordinal)).Select(p => p.Path), "dotnet sln add:");
    }

    [Fact]
    public void No_project_lets_warnings_pass()
        => Repository.Expect(
            Repository.Files.Where(f => f.Is(".csproj") || f.Is(".props") || f.Is(".targets"))
                .Where(f => f.Text.Contains("<TreatWarningsAsErrors>false", StringComparison.OrdinalIgnoreCase)
                    || f.Text.Contains("<WarningsNotAsErrors>", StringComparison.Ordinal))
                .Select(f => f.Path),
            "warnings are errors everywhere:");
}
